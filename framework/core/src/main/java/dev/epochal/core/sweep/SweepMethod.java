package dev.epochal.core.sweep;

/** How the trials of a sweep are chosen. */
public enum SweepMethod {
  /** Every combination of values. */
  GRID,
  /** Each at random. */
  RANDOM,
  /** By what the trials before yielded; see {@link ParzenSampler}. */
  BAYES
}
