package dev.epochal.runner.answer;

import dev.epochal.core.answer.Budget;
import dev.epochal.registry.RunQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question about runs. What is null, a sweep's own question says, and else what is usual.
 *
 * @param sweep id, name or unique prefix of the sweep whose trials are asked about; null for {@code
 *     runs}
 * @param runs those that are asked about, unless a sweep is
 * @param factor what varies between the levels
 * @param response a metric, or {@code epochsTo(…)} or {@code secondsTo(…)}
 * @param reference the level that the others are compared with
 * @param margin differences smaller than this count as none
 * @param budgets when the response is read: the one that is asked about, then others beside it
 * @param bestOf a param of which each level takes the value that is best for it
 * @param also further responses
 */
public record AnswerRequest(
    @Nullable String sweep,
    RunQuery runs,
    @Nullable String factor,
    @Nullable String response,
    @Nullable String reference,
    @Nullable Double margin,
    List<Budget> budgets,
    @Nullable String bestOf,
    List<String> also) {
  public AnswerRequest {
    budgets = List.copyOf(budgets);
    also = List.copyOf(also);
  }

  /** A question about the runs of a query, as they were trained. */
  public AnswerRequest(
      RunQuery runs,
      @Nullable String factor,
      @Nullable String response,
      @Nullable String reference,
      @Nullable Double margin) {
    this(null, runs, factor, response, reference, margin, List.of(Budget.TRAINED), null, List.of());
  }

  /** The question of a sweep, as it was put. */
  public static AnswerRequest of(String sweep) {
    return new AnswerRequest(
        sweep,
        RunQuery.newest(1),
        null,
        null,
        null,
        null,
        List.of(Budget.TRAINED),
        null,
        List.of());
  }
}
