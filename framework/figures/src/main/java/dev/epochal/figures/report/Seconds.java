package dev.epochal.figures.report;

import java.util.Locale;

/** Durations as people read them. */
final class Seconds {
  private Seconds() {}

  /** {@code 9.5 s}, {@code 3 min 20 s}, {@code 2 h 05 min}. */
  static String text(double seconds) {
    if (seconds < 59.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60);
  }
}
