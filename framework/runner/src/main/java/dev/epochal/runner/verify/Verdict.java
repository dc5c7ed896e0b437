package dev.epochal.runner.verify;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a verification comes to. */
public sealed interface Verdict {
  /** As it is printed and recorded. */
  @JsonValue
  String text();

  /** Everything that was compared is the same, to the bit. */
  record Identical() implements Verdict {
    @Override
    public String text() {
      return "IDENTICAL";
    }
  }

  /**
   * Not the same bits, but parameters as near as was asked for.
   *
   * @param ulp the largest distance of two parameters
   */
  record Within(long ulp) implements Verdict {
    @Override
    public String text() {
      return "WITHIN " + ulp + " ULP";
    }
  }

  /**
   * Something else came of it.
   *
   * @param epoch in which the first difference showed; 0 for the data or the initial parameters
   */
  record Diverged(int epoch) implements Verdict {
    @Override
    public String text() {
      return "DIVERGED at epoch " + epoch;
    }
  }

  /**
   * Broken off by who had asked for it.
   *
   * @param epochs that were compared until then
   */
  record Stopped(int epochs) implements Verdict {
    @Override
    public String text() {
      return "STOPPED after epoch " + epochs;
    }
  }
}
