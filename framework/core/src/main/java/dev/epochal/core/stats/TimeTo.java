package dev.epochal.core.stats;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.Series;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How soon a run's metric reached a value: {@code epochsTo(validation.accuracy, 0.8)}, {@code
 * secondsTo(validation.loss, 0.5)}. What is better the lower it is, such as a loss, reaches a value
 * by falling to it, everything else by rising to it.
 *
 * @param unit what is counted
 * @param metric one that has a value per epoch
 * @param value to be reached; finite
 */
public record TimeTo(Unit unit, String metric, double value) {
  private static final Pattern CALL =
      Pattern.compile("(epochsTo|secondsTo)\\(\\s*([^\\s,()]+)\\s*,\\s*([^\\s,()]+)\\s*\\)");

  private static final String TRAIN_SECONDS = "train.seconds";
  private static final String DATA_SECONDS = "data.seconds";

  /** What is counted until the value is reached. */
  public enum Unit {
    /** Epochs, that in which it was reached included. */
    EPOCHS("epochsTo"),
    /** Seconds of training and of making batches in these epochs; evaluations do not count. */
    SECONDS("secondsTo");

    private final String function;

    Unit(String function) {
      this.function = function;
    }
  }

  public TimeTo {
    if (!Double.isFinite(value)) {
      throw refused("the value to reach must be a finite number but was " + value);
    }
    if (metric.startsWith("iteration.") || metric.startsWith("system.")) {
      throw refused(metric + " has no value per epoch");
    }
  }

  /** Whether {@code text} looks like a call of one of these functions. */
  public static boolean isCall(String text) {
    return text.startsWith("epochsTo") || text.startsWith("secondsTo");
  }

  /**
   * Reads a call.
   *
   * @throws InvalidInputException when it is not one
   */
  public static TimeTo parse(String text) {
    Matcher call = CALL.matcher(text.strip());
    if (!call.matches()) {
      throw refused("not a call: " + text);
    }
    double value;
    try {
      value = Double.parseDouble(call.group(3));
    } catch (NumberFormatException e) {
      throw refused("the value to reach must be a number but was \"" + call.group(3) + "\"");
    }
    Unit unit = call.group(1).equals(Unit.EPOCHS.function) ? Unit.EPOCHS : Unit.SECONDS;
    return new TimeTo(unit, call.group(2), value);
  }

  /**
   * What a run's history says; empty when the value was never reached, which is not "late" but
   * "unknown, and later than the run": censored.
   *
   * @param history series by metric
   */
  public OptionalDouble of(Map<String, Series> history) {
    Series series = history.get(metric);
    for (int i = 0; series != null && i < series.size(); i++) {
      double here = series.values()[i];
      if (falls() ? here <= value : here >= value) {
        long epoch = series.steps()[i];
        return OptionalDouble.of(unit == Unit.EPOCHS ? epoch : secondsUntil(epoch, history));
      }
    }
    return OptionalDouble.empty();
  }

  /** The histories that it looks at. */
  public Set<String> needs() {
    return unit == Unit.EPOCHS
        ? Set.of(metric)
        : Set.copyOf(List.of(metric, TRAIN_SECONDS, DATA_SECONDS));
  }

  private boolean falls() {
    return Goal.of(metric).filter(Goal.MIN::equals).isPresent();
  }

  private static double secondsUntil(long epoch, Map<String, Series> history) {
    return sum(history.get(TRAIN_SECONDS), epoch) + sum(history.get(DATA_SECONDS), epoch);
  }

  private static double sum(@Nullable Series series, long lastEpoch) {
    double sum = 0;
    for (int i = 0; series != null && i < series.size() && series.steps()[i] <= lastEpoch; i++) {
      sum += series.values()[i];
    }
    return sum;
  }

  private static InvalidInputException refused(String rule) {
    return new InvalidInputException(
        Problem.of(rule, "for example: epochsTo(validation.accuracy, 0.8)"));
  }

  @Override
  public String toString() {
    return unit.function + "(" + metric + ", " + value + ")";
  }
}
