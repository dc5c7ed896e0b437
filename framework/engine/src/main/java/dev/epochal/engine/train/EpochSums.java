package dev.epochal.engine.train;

/**
 * Sums over the training passes of an epoch that may not be complete.
 *
 * @param batches passes so far
 * @param loss times images, of each batch
 * @param right images that the passes themselves predicted right
 * @param trainNanos spent on updates alone
 * @param dataNanos spent on making batches
 */
public record EpochSums(int batches, double loss, long right, long trainNanos, long dataNanos) {
  static final EpochSums NONE = new EpochSums(0, 0, 0, 0, 0);

  EpochSums plus(int images, double batchLoss, int batchRight, long trained, long made) {
    return new EpochSums(
        batches + 1,
        loss + batchLoss * images,
        right + batchRight,
        trainNanos + trained,
        dataNanos + made);
  }
}
