package dev.epochal.core.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.stats.Spread;
import dev.epochal.core.stats.Trend;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What runs say to a question.
 *
 * @param levels ascending where they are numbers, else as they first came
 * @param trend over levels that are numbers, three at least; null of others
 * @param noiseSd standard deviation within levels, pooled: what seeds alone do; NaN when unknown
 * @param spread of a factor that is a seed; null of others
 * @param moreSeeds how many more runs of each level would settle a difference of the margin; null
 *     when the question is settled, or nothing says what would settle it
 * @param sentence the answer in words
 * @param warnings what else must be known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer(
    String factor,
    String response,
    List<AnswerLevel> levels,
    List<AnswerComparison> comparisons,
    @Nullable Trend trend,
    double noiseSd,
    @Nullable Spread spread,
    Verdict verdict,
    @Nullable Integer moreSeeds,
    String sentence,
    List<String> warnings) {
  public Answer {
    levels = List.copyOf(levels);
    comparisons = List.copyOf(comparisons);
    warnings = List.copyOf(warnings);
  }

  /** With more that must be known. */
  public Answer warned(List<String> more) {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new Answer(
        factor,
        response,
        levels,
        comparisons,
        trend,
        noiseSd,
        spread,
        verdict,
        moreSeeds,
        sentence,
        all);
  }
}
