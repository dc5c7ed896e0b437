package dev.epochal.core.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/** A number that each epoch's evaluation on validation yields, by which epochs are compared. */
public enum ValidationMetric {
  LOSS("validation.loss", false),
  ACCURACY("validation.accuracy", true);

  private final String key;
  private final boolean higherIsBetter;

  ValidationMetric(String key, boolean higherIsBetter) {
    this.key = key;
    this.higherIsBetter = higherIsBetter;
  }

  /** Its name in specs and in the record of a run. */
  @JsonValue
  public String key() {
    return key;
  }

  /** {@code lowest} or {@code highest}. */
  public String best() {
    return higherIsBetter ? "highest" : "lowest";
  }

  /**
   * Whether {@code value} is better than {@code other} by more than {@code margin}. What is no
   * finite number is never better, and any number is better than it.
   */
  public boolean isBetter(double value, double other, double margin) {
    if (!Double.isFinite(value)) {
      return false;
    }
    return !Double.isFinite(other)
        || (higherIsBetter ? value > other + margin : value < other - margin);
  }
}
