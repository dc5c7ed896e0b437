package dev.epochal.engine.dataset;

import dev.epochal.core.data.LabeledImages;

/**
 * A dataset with the place that it came from.
 *
 * @param labels class index of each image
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never copied or compared
record FoundDataset(DataOrigin origin, int[] labels, Pixels pixels) {

  /** Gives the images of rows that are used; what it gives of others is not to be looked at. */
  interface Pixels {
    LabeledImages of(SplitIndices used);
  }

  /** One whose images are all in memory. */
  static FoundDataset whole(DataOrigin origin, LabeledImages images) {
    return new FoundDataset(origin, images.labels(), used -> images);
  }
}
