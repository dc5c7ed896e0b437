package dev.epochal.cli;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;

/** What a person may name a run, so that it can be typed where a run is meant. */
final class NameRule {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

  private NameRule() {}

  /**
   * Refuses what is no name.
   *
   * @param key where it was written: an option, or a parameter's label
   */
  static void check(String key, String name) {
    if (!name.matches(NAME)) {
      throw refused(
          key,
          "must be 1 to 100 letters, digits, dots, dashes or underscores, beginning with a letter"
              + " or digit, but was \""
              + (name.length() > 120 ? name.substring(0, 120) + "…" : name)
              + "\"");
    }
    if (name.equals("latest")) {
      throw refused(key, "must not be latest, which means the run that was started last");
    }
  }

  private static InvalidInputException refused(String key, String rule) {
    return new InvalidInputException(new Problem("command line", key, rule, null));
  }
}
