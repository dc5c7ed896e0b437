package dev.epochal.core.sweep;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.stats.Goal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sweep with nothing left open.
 *
 * @param experiment the spec's name
 * @param metric what bayes and early stopping go by, and the best trial is told by
 * @param earlyStop null when every trial trains to its end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SweepPlan(
    String experiment,
    SweepMethod method,
    Search search,
    String metric,
    Goal goal,
    @Nullable EarlyStop earlyStop,
    Question question) {
  public SweepPlan {
    // A file from elsewhere may lack them.
    Objects.requireNonNull(experiment, "experiment is missing");
    Objects.requireNonNull(method, "method is missing");
    Objects.requireNonNull(search, "search is missing");
    Objects.requireNonNull(metric, "metric is missing");
    Objects.requireNonNull(goal, "goal is missing");
    Objects.requireNonNull(question, "question is missing");
  }

  /** Whether it chooses between its trials: what they are, or which of them trains to its end. */
  public boolean chooses() {
    return method != SweepMethod.GRID || earlyStop != null;
  }

  /** Whether its metric is of the test split. */
  public boolean goesByTest() {
    return isOfTest(metric);
  }

  /** Whether a metric is of the test split. */
  public static boolean isOfTest(String metric) {
    return metric.startsWith("test.") || metric.startsWith("gap.test.");
  }
}
