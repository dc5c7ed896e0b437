package dev.epochal.core.run;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;

/** What a person may add to a run, wherever it is typed. */
public final class AnnotationRules {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
  private static final int LONGEST_KEY = 100;
  private static final int LONGEST_VALUE = 10_000;
  private static final int SHOWN = 120;

  /** Characters. */
  public static final int LONGEST_NOTE = 100_000;

  private AnnotationRules() {}

  /**
   * Refuses what is no name of a run, which can be typed where a run is meant.
   *
   * @param place where it was typed, as in {@link Problem}
   * @param key what it was typed for
   * @throws InvalidInputException saying the rule
   */
  public static void checkName(String place, String key, String name) {
    if (!name.matches(NAME)) {
      throw refused(
          place,
          key,
          "must be 1 to 100 letters, digits, dots, dashes or underscores, beginning with a letter"
              + " or digit, but was "
              + start(name));
    }
    if (name.equals("latest")) {
      throw refused(place, key, "must not be latest, which means the run that was started last");
    }
  }

  /** Refuses what is no tag. */
  public static void checkTag(String place, String tag, String value) {
    if (tag.isBlank() || tag.length() > LONGEST_KEY || tag.matches("(?s).*\\p{Cntrl}.*")) {
      throw refused(
          place,
          "the name of a tag",
          "must be 1 to " + LONGEST_KEY + " visible characters but was " + start(tag));
    }
    if (value.length() > LONGEST_VALUE) {
      throw new InvalidInputException(
          new Problem(
              place,
              tag,
              "must be at most " + LONGEST_VALUE + " characters but was " + value.length(),
              "write it as a note: ./run note"));
    }
  }

  /** Refuses what is no note. */
  public static void checkNote(String place, String key, String text) {
    if (text.isBlank() || text.length() > LONGEST_NOTE) {
      throw refused(
          place,
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

  private static InvalidInputException refused(String place, String key, String rule) {
    return new InvalidInputException(new Problem(place, key, rule, null));
  }
}
