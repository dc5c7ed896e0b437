package dev.epochal.registry.filter;

import java.util.regex.Pattern;

/** Texts that a person typed, fit to stand in a message: short, and without hidden characters. */
final class Shown {
  static final int LONGEST = 60;

  /**
   * Control and formatting characters, those that turn the direction of writing, half characters.
   */
  private static final Pattern HIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private Shown() {}

  static String text(String text) {
    return part(text, 0, LONGEST);
  }

  /** The part from an index on, with … for what was left out. */
  static String part(String text, int from, int length) {
    int to = Math.min(text.length(), from + length);
    return (from > 0 ? "…" : "")
        + HIDDEN.matcher(text.substring(from, to)).replaceAll("�")
        + (to < text.length() ? "…" : "");
  }
}
