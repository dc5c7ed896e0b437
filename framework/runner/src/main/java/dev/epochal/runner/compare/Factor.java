package dev.epochal.runner.compare;

import java.util.List;

/**
 * One reason why two runs may have different numbers.
 *
 * @param name a param's key, or what else a person calls it
 * @param reference what it is of the run that is compared with; {@code none} where it has none
 * @param run what it is of the other run
 * @param brings what differs only because this does
 */
public record Factor(Kind kind, String name, String reference, String run, List<String> brings) {
  private static final int LONGEST = 40;

  public Factor {
    brings = List.copyOf(brings);
  }

  /** {@code training.batchSize (64, 512)}. */
  public String said() {
    return name + " (" + cut(reference) + ", " + cut(run) + ")";
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
