package dev.epochal.core.figure;

/** How a prediction of one class against the rest can turn out. */
public enum Outcome {
  TRUE_POSITIVE,
  FALSE_POSITIVE,
  TRUE_NEGATIVE,
  FALSE_NEGATIVE;

  /** The outcome for an image. */
  public static Outcome of(boolean actual, boolean predicted) {
    if (actual) {
      return predicted ? TRUE_POSITIVE : FALSE_NEGATIVE;
    }
    return predicted ? FALSE_POSITIVE : TRUE_NEGATIVE;
  }
}
