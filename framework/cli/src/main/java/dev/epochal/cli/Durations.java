package dev.epochal.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Durations as people read them. */
final class Durations {
  private Durations() {}

  /** {@code 9.5 s}, {@code 3 min 20 s}, {@code 2 h 05 min}; empty for null. */
  static String text(@Nullable Double seconds) {
    if (seconds == null) {
      return "";
    }
    if (seconds < 59.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? "%d min %02d s".formatted(whole / 60, whole % 60)
        : "%d h %02d min".formatted(whole / 3600, whole % 3600 / 60);
  }
}
