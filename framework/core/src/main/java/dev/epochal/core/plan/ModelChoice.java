package dev.epochal.core.plan;

/** Which model is evaluated at the end. */
public enum ModelChoice {
  /** As the last epoch left it. */
  FINAL,
  /** As the best epoch left it: {@link TrainingPlan#selection}. */
  BEST
}
