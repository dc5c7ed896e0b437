package dev.epochal.core.plan;

/** What happens when the loss is no longer a finite number. */
public enum OnNonFinite {
  /** Training stops and the run has failed; its history is kept. */
  STOP,
  /** Training goes on to the last epoch. */
  CONTINUE
}
