package dev.epochal.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A metric's number as people read it: shares in percent, times in seconds, counts whole. */
final class MetricText {
  private static final double MEBIBYTE = 1 << 20;

  private MetricText() {}

  /** Empty for null. */
  static String value(String metric, @Nullable Double value) {
    return text(metric, value, "");
  }

  /** A difference of two: the sign always stands, and of a percentage it is in points. */
  static String delta(String metric, @Nullable Double difference) {
    String text = text(metric, difference, "+");
    return text.replaceFirst(" [%sM].*", "");
  }

  /** The middle of several, and half the width of its interval. */
  static String mean(String metric, double mean, double halfWidth) {
    String middle = value(metric, mean);
    if (Double.isNaN(halfWidth)) {
      return middle;
    }
    String half = value(metric, halfWidth);
    int unit = middle.indexOf(' ');
    return unit < 0 ? middle + " ± " + half : middle.substring(0, unit) + " ± " + half;
  }

  private static String text(String metric, @Nullable Double value, String sign) {
    if (value == null) {
      return "";
    }
    double v = value;
    if (!Double.isFinite(v)) {
      return Double.toString(v);
    }
    if (metric.endsWith("accuracy")) {
      return format("%" + sign + ".2f %%", 100 * v);
    }
    if (metric.startsWith("time.") || metric.endsWith("seconds") || metric.startsWith("seconds")) {
      return format("%" + sign + ".1f s", v);
    }
    if (metric.startsWith("system.memory.") || metric.startsWith("system.disk.")) {
      return format("%" + sign + ".0f MiB", v / MEBIBYTE);
    }
    if (isCount(metric)) {
      return v == Math.rint(v) ? format("%" + sign + ".0f", v) : format("%" + sign + ".1f", v);
    }
    double size = Math.abs(v);
    boolean plain = v == 0 || (size >= 1e-3 && size < 1e5);
    return format("%" + sign + (plain ? ".4f" : ".1e"), v);
  }

  private static boolean isCount(String metric) {
    return metric.endsWith(".epoch")
        || metric.startsWith("epochsTo")
        || metric.equals("model.parameters")
        || metric.matches("\\w+\\.(tp|fp|tn|fn)\\..*");
  }

  private static String format(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
