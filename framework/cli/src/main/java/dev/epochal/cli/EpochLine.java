package dev.epochal.cli;

import java.util.Locale;
import java.util.Map;

/** What an epoch yielded, in a line. */
final class EpochLine {
  private EpochLine() {}

  /** {@code epoch 3/50: loss 0.4000, validation loss 0.5000, accuracy 87.00 %}. */
  static String of(int epoch, int epochs, Map<String, Double> metrics) {
    return String.format(
        Locale.ROOT,
        "epoch %d/%d: loss %.4f, validation loss %.4f, accuracy %.2f %%",
        epoch,
        epochs,
        value(metrics, "train.loss"),
        value(metrics, "validation.loss"),
        100 * value(metrics, "validation.accuracy"));
  }

  /** The same, with how long it took. */
  static String timed(int epoch, int epochs, Map<String, Double> metrics) {
    return String.format(
        Locale.ROOT,
        "%s, %.1f s",
        of(epoch, epochs, metrics),
        value(metrics, "train.seconds")
            + value(metrics, "data.seconds")
            + value(metrics, "validation.seconds"));
  }

  private static double value(Map<String, Double> metrics, String name) {
    return metrics.getOrDefault(name, Double.NaN);
  }
}
