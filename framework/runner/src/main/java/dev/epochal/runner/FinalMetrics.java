package dev.epochal.runner;

import dev.epochal.core.data.Split;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.stats.Gaps;
import dev.epochal.core.stats.Predictions;
import dev.epochal.core.stats.SplitMetrics;
import dev.epochal.engine.dataset.PreparedData;
import dev.epochal.engine.evaluate.Evaluator;
import dev.epochal.engine.train.TrainingOutcome;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What a run comes to, but for times: the same whenever its plan is run. */
public final class FinalMetrics {
  private FinalMetrics() {}

  /** Of a network that was trained. */
  public static SortedMap<String, Double> of(RunPlan plan, TrainingOutcome outcome) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("model.parameters", (double) plan.network().parameters());
    metrics.put("best.epoch", (double) outcome.progress().best().epoch());
    if (outcome.end() == TrainingOutcome.End.NO_BETTER) {
      metrics.put("stopped.epoch", (double) outcome.progress().epochs());
    }
    return metrics;
  }

  /**
   * Of the final evaluation, the only one that reads the test split; without the gaps to splits
   * that it does not read.
   *
   * @param model asks the model that is evaluated
   * @param splits those that are read
   * @param answers takes what it says of each split
   */
  public static SortedMap<String, Double> evaluated(
      PreparedData data,
      List<Split> splits,
      Function<Evaluator, Predictions> model,
      BiConsumer<Split, Predictions> answers) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    for (Split split : splits) {
      Predictions predictions = model.apply(new Evaluator(data, split));
      answers.accept(split, predictions);
      metrics.putAll(SplitMetrics.of(split, predictions, data.record().classNames()));
    }
    metrics.putAll(Gaps.of(metrics));
    return metrics;
  }
}
