package dev.epochal.runner.verify;

import java.util.List;

/**
 * An epoch beside the recorded one.
 *
 * @param epoch 0 is before training
 * @param same whether everything of it is the same, to the bit
 * @param parameters whether the parameters after it are
 * @param metrics names of those that are not; times are not compared
 */
public record EpochComparison(int epoch, boolean same, boolean parameters, List<String> metrics) {
  static EpochComparison of(int epoch, boolean parameters, List<String> metrics) {
    return new EpochComparison(
        epoch, parameters && metrics.isEmpty(), parameters, List.copyOf(metrics));
  }
}
