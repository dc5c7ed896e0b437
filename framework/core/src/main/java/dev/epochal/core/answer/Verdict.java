package dev.epochal.core.answer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can be said of levels. */
public enum Verdict {
  /** Some differ, as sure as the usual 5 % of error allow, over all comparisons together. */
  DIFFERENT,
  /** All lie within the margin of each other, as sure. */
  SAME,
  /** Neither can be said. */
  UNDECIDED;

  /** As it is written. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
