package dev.epochal.core.stats;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which way a metric is better. */
public enum Goal {
  /** The lowest is best: losses, times, memory. */
  MIN,
  /** The highest is best: accuracies, F1, areas under curves. */
  MAX;

  // What a class is called stands at the end of a metric's name, and may be "loss" itself.
  private static final Pattern LOWER =
      Pattern.compile(
          "((gap\\.)?[^.]+\\.)?loss|((system\\.)?[^.]+\\.)?seconds|time\\..*"
              + "|[^.]+\\.(falsePositiveRate|fp|fn)(\\..*)?|system\\.memory\\..*"
              + "|(epochsTo|secondsTo)\\(.*");

  private static final Pattern HIGHER =
      Pattern.compile(
          "((gap\\.)?[^.]+\\.)?accuracy|[^.]+\\.(f1|auc|precision|recall|tp|tn)(\\..*)?");

  /** The goal of a metric; empty where neither way is better, as with the number of parameters. */
  public static Optional<Goal> of(String metric) {
    if (LOWER.matcher(metric).matches()) {
      return Optional.of(MIN);
    }
    return HIGHER.matcher(metric).matches() ? Optional.of(MAX) : Optional.empty();
  }

  /** Whether one finite number is better than another. */
  public boolean isBetter(double one, double other) {
    return this == MIN ? one < other : one > other;
  }

  /** A value as a cost: the smaller, the better; NaN stays the worst. */
  public double cost(double value) {
    return this == MIN ? value : -value;
  }

  /** {@code min} or {@code max}. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
