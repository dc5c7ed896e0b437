package dev.epochal.core.run;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;

/** What a person may add to a run, wherever it is typed. */
public final class AnnotationRules {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
  private static final int LONGEST_KEY = 100;
  private static final int LONGEST_VALUE = 10_000;
  private static final int LONGEST_NOTE = 100_000;
  private static final int SHOWN = 40;

  private AnnotationRules() {}

  /**
   * Refuses what is no name of a run, which can be typed where a run is meant.
   *
   * @param key where it was written
   * @throws InvalidInputException saying the rule
   */
  public static void checkName(String key, String name) {
    if (!name.matches(NAME)) {
      throw refused(
          key,
          "must be 1 to 100 letters, digits, dots, dashes or underscores, beginning with a letter"
              + " or digit, but was "
              + start(name));
    }
    if (name.equals("latest")) {
      throw refused(key, "must not be latest, which means the run that was started last");
    }
  }

  /** Refuses what is no tag. */
  public static void checkTag(String key, String tag, String value) {
    if (tag.isBlank() || tag.length() > LONGEST_KEY || tag.matches("(?s).*\\p{Cntrl}.*")) {
      throw refused(
          key,
          "must have a name of 1 to " + LONGEST_KEY + " visible characters but was " + start(tag));
    }
    if (value.length() > LONGEST_VALUE) {
      throw refused(
          key, "must be at most " + LONGEST_VALUE + " characters but was " + value.length());
    }
  }

  /** Refuses what is no note. */
  public static void checkNote(String key, String text) {
    if (text.isBlank() || text.length() > LONGEST_NOTE) {
      throw refused(
          key,
          "must be 1 to "
              + LONGEST_NOTE
              + " characters but was "
              + (text.isBlank() ? "empty" : "longer"));
    }
  }

  private static String start(String text) {
    return '"' + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + '"';
  }

  private static InvalidInputException refused(String key, String rule) {
    return new InvalidInputException(new Problem("", key, rule, null));
  }
}
