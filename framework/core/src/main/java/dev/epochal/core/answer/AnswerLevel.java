package dev.epochal.core.answer;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.stats.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one level of a factor.
 *
 * @param n runs, those included that lack a value for one of the reasons that follow
 * @param diverged runs whose loss was no longer a finite number
 * @param unreached runs that never came to the value that was to be reached
 * @param stopped runs that their sweep stopped early
 * @param leftOut runs that say nothing and are not among n: they did not come to their end, or the
 *     response was not recorded
 * @param mean of those with a value; NaN of none
 * @param sd likewise, by n - 1; NaN of fewer than two
 * @param ci 95 % interval of the mean by Student's t
 * @param bootstrap the same by resampling, where the numbers are skewed; else null
 * @param seconds mean of what training took by the clock; null when not known, or at a budget
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnswerLevel(
    String level,
    int n,
    int diverged,
    int unreached,
    int stopped,
    int leftOut,
    double mean,
    double sd,
    @JsonFormat(shape = JsonFormat.Shape.ARRAY) Interval ci,
    @JsonFormat(shape = JsonFormat.Shape.ARRAY) @Nullable Interval bootstrap,
    @Nullable Double seconds) {

  /** A level of which no run says anything. */
  static AnswerLevel none(String level, int leftOut) {
    Interval unknown = new Interval(Double.NaN, Double.NaN);
    return new AnswerLevel(level, 0, 0, 0, 0, leftOut, Double.NaN, Double.NaN, unknown, null, null);
  }

  /** Runs without a value, which count as worse than all others. */
  public int lacking() {
    return diverged + unreached + stopped;
  }

  AnswerLevel with(int others, @Nullable Double meanSeconds) {
    return new AnswerLevel(
        level, n, diverged, unreached, stopped, others, mean, sd, ci, bootstrap, meanSeconds);
  }
}
