package dev.epochal.engine.train;

/**
 * The epoch with the best value of a metric so far.
 *
 * @param epoch from 1; 0 when none had a finite value
 * @param value NaN when {@code epoch} is 0
 */
public record BestEpoch(int epoch, double value) {
  static final BestEpoch NONE = new BestEpoch(0, Double.NaN);
}
