package dev.epochal.core.answer;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.stats.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one level of a factor.
 *
 * @param n runs, those that diverged included
 * @param diverged runs without a value
 * @param mean of the others; NaN of none
 * @param sd likewise, by n - 1; NaN of fewer than two
 * @param ci 95 % interval of the mean by Student's t
 * @param bootstrap the same by resampling, where the numbers are skewed; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnswerLevel(
    String level,
    int n,
    int diverged,
    double mean,
    double sd,
    @JsonFormat(shape = JsonFormat.Shape.ARRAY) Interval ci,
    @JsonFormat(shape = JsonFormat.Shape.ARRAY) @Nullable Interval bootstrap) {}
