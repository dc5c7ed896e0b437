package dev.epochal.core.answer;

import dev.epochal.core.sweep.Question;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question to runs, as it was put.
 *
 * @param text in a sentence; null when nobody wrote one
 * @param factor what varies between the levels; {@link #SPLIT} and {@link #SEEDS} are within runs
 *     and of all streams of randomness; null for the one thing that varies, seeds aside
 * @param response a metric, or {@code epochsTo(…)} or {@code secondsTo(…)}; of the split, a metric
 *     without its split
 * @param reference the level that the others are compared with; null for all with all
 * @param margin differences smaller than this count as none; null or NaN for what is usual
 * @param budgets when the response is read: first the one that is asked about, then others beside
 *     it
 * @param bestOf a param of which each level takes the value that is best for it; null for none
 * @param also further responses that the same is asked on
 */
public record Inquiry(
    @Nullable String text,
    @Nullable String factor,
    String response,
    @Nullable String reference,
    @Nullable Double margin,
    List<Budget> budgets,
    @Nullable String bestOf,
    List<String> also) {
  /** The factor whose levels are the splits of each run. */
  public static final String SPLIT = "split";

  /** The factor that is every stream of randomness, each for itself. */
  public static final String SEEDS = "seeds";

  public Inquiry {
    budgets = List.copyOf(budgets);
    also = List.copyOf(also);
    if (budgets.isEmpty()) {
      throw new IllegalArgumentException("a response is read somewhere");
    }
  }

  /** A question about what runs have at their end. */
  public Inquiry(@Nullable String factor, String response) {
    this(null, factor, response, null, null, List.of(Budget.TRAINED), null, List.of());
  }

  /** What a sweep asks. */
  public static Inquiry of(Question question) {
    return new Inquiry(
        question.text(),
        question.factor(),
        question.response(),
        question.reference(),
        question.margin(),
        List.of(Budget.TRAINED),
        question.bestOf(),
        question.also());
  }

  /** The histories that answering takes; the runs need no others. */
  public Set<String> needs() {
    Set<String> needs = new HashSet<>(Response.needs(response));
    if (budgets.stream().anyMatch(budget -> budget != Budget.TRAINED)) {
      needs.addAll(FairBudget.needs(response));
    }
    also.forEach(metric -> needs.addAll(Response.needs(metric)));
    return needs;
  }

  /** The same question on another response, at each run's end, and nothing beside it. */
  Inquiry on(String metric) {
    return new Inquiry(
        text, factor, metric, reference, null, List.of(Budget.TRAINED), bestOf, List.of());
  }

  /** What is read of a run as a whole: of a question within runs, on their validation split. */
  public String responseOfRuns() {
    return SPLIT.equals(factor) ? "validation." + response : response;
  }

  double marginOf(String metric) {
    return margin == null || margin.isNaN() ? Asked.usualMargin(metric) : margin;
  }
}
