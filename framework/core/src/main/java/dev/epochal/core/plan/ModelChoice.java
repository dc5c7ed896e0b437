package dev.epochal.core.plan;

/** Which model is evaluated at the end. */
public enum ModelChoice {
  /** As the last epoch left it. */
  FINAL,
  /** As the epoch with the lowest validation loss left it. */
  BEST
}
