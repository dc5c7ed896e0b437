package dev.epochal.figures;

import dev.epochal.core.answer.Amounts;
import dev.epochal.core.stats.Goal;
import java.util.Collection;
import org.jfree.data.Range;

/** How the values of a metric stand on an axis: shares in percent, others as they are. */
record Measure(String metric, boolean share, Scale scale, Range range) {
  /** Names are longer where they are calls. */
  private static final double WIDEST = 420;

  /** Zoomed to some values. */
  static Measure of(String metric, Collection<Double> values) {
    boolean share = Amounts.of(metric).share();
    Scale scale = share ? LinearScale.ANY : Scales.fitting(values);
    Range around = Scales.around(values, scale);
    return new Measure(metric, share, scale, share ? shares(around) : around);
  }

  /** No wider than what shares can be, and some room for markers. */
  private static Range shares(Range range) {
    double room = 0.03 * range.getLength();
    double low = Math.max(-room, range.getLowerBound());
    return new Range(
        low, Math.max(low + Math.max(room, 1e-9), Math.min(1 + room, range.getUpperBound())));
  }

  String name() {
    String unit = share ? " (%)" : "";
    return Text.ellipsized(metric, Style.TEXT, WIDEST)
        + unit
        + (scale.suffix().isEmpty() ? "" : ", " + scale.suffix());
  }

  String tick(double value) {
    return share
        ? value < -1e-9 || value > 1 + 1e-9 ? "" : Numbers.tick(100 * value)
        : Numbers.tick(value);
  }

  /** Which way is better, said beside the axis's name. */
  static String better(Goal goal) {
    return goal == Goal.MAX ? "higher is better" : "lower is better";
  }
}
