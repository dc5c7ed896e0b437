package dev.epochal.engine.dataset;

import dev.epochal.core.data.LabeledImages;
import dev.epochal.core.plan.DatasetName;
import dev.epochal.engine.dataset.digits.DigitsGenerator;
import dev.epochal.engine.dataset.digits.Part;

/** The drawn digits as a dataset: as many as MNIST has to split, and always there. */
final class Digits {
  private Digits() {}

  static FoundDataset draw(long seed) {
    DatasetName digits = DatasetName.DIGITS;
    byte[] pixels = new byte[digits.size() * digits.shape().size()];
    int[] labels = new int[digits.size()];
    new DigitsGenerator(seed).fill(Part.TRAIN, 0, pixels, labels);
    return new FoundDataset(
        new LabeledImages(digits.shape(), pixels, labels, digits.classNames()), "generated");
  }
}
