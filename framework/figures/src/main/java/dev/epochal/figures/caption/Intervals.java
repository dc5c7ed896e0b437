package dev.epochal.figures.caption;

import dev.epochal.core.stats.Interval;
import dev.epochal.figures.Numbers;

/** Intervals as sentences hold them. */
public final class Intervals {
  private Intervals() {}

  /** Of a share: {@code 86.57 to 88.41 %}; a dash when there is none. */
  public static String shares(Interval interval) {
    if (Double.isNaN(interval.low()) || Double.isNaN(interval.high())) {
      return "–";
    }
    return Numbers.percent(interval.low()).replace(" %", "")
        + " to "
        + Numbers.percent(interval.high());
  }

  /** Of any number: {@code 0.9873 to 0.9911}; a dash when there is none. */
  public static String values(double low, double high) {
    return Double.isNaN(low) || Double.isNaN(high)
        ? "–"
        : Numbers.value(low) + " to " + Numbers.value(high);
  }

  /** Of an area under a curve: {@code 0.9873 to 0.9911}; a dash when there is none. */
  public static String areas(double low, double high) {
    return Double.isNaN(low) || Double.isNaN(high)
        ? "–"
        : Numbers.share(low) + " to " + Numbers.share(high);
  }
}
