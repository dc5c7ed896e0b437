package dev.epochal.engine.dataset;

import dev.epochal.core.data.LabeledImages;

/**
 * A dataset with the place that it came from.
 *
 * @param source a folder, or {@code generated}
 */
record FoundDataset(LabeledImages images, String source) {}
