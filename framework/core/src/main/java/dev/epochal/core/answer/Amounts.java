package dev.epochal.core.answer;

import dev.epochal.core.stats.Interval;
import java.util.Locale;

/** How numbers of a metric are said: shares in percent and points, others with four digits. */
public record Amounts(boolean share) {

  public static Amounts of(String metric) {
    return new Amounts(Asked.isShare(metric));
  }

  public String value(double value) {
    return share ? text("%.2f %%", 100 * value) : text("%.4g", value);
  }

  public String difference(double difference) {
    return share ? text("%.2f points", 100 * difference) : text("%.3g", difference);
  }

  public String interval(Interval interval) {
    return share
        ? text("[%.2f, %.2f]", 100 * interval.low(), 100 * interval.high())
        : text("[%.3g, %.3g]", interval.low(), interval.high());
  }

  /** A probability, with what stands before it. */
  public static String p(double p) {
    return p < 0.001 ? "< 0.001" : text("= %.3f", p);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
