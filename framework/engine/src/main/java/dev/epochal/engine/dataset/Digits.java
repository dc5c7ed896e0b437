package dev.epochal.engine.dataset;

import dev.epochal.core.data.DatasetFacts;
import dev.epochal.core.data.LabeledImages;
import dev.epochal.core.data.Split;
import dev.epochal.core.plan.DatasetName;
import dev.epochal.engine.dataset.digits.DigitsGenerator;
import dev.epochal.engine.dataset.digits.Part;
import java.util.List;

/**
 * The drawn digits as a dataset: as many as MNIST has to split, and always there. All have labels,
 * but only those that a split uses are drawn: all 60,000 take seconds.
 */
final class Digits {
  private Digits() {}

  static FoundDataset of(long seed) {
    DatasetFacts facts = DatasetName.DIGITS.known().orElseThrow();
    DigitsGenerator generator = new DigitsGenerator(seed);
    int[] labels = new int[facts.n()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = generator.label(Part.TRAIN, i);
    }
    return new FoundDataset(
        new DataOrigin("generated", "uint8", List.of()),
        labels,
        used -> draw(generator, facts, labels, used));
  }

  private static LabeledImages draw(
      DigitsGenerator generator, DatasetFacts facts, int[] labels, SplitIndices used) {
    byte[] pixels = new byte[facts.n() * facts.shape().size()];
    for (Split split : Split.values()) {
      generator.fill(Part.TRAIN, used.of(split), pixels);
    }
    return new LabeledImages(facts.shape(), pixels, labels, facts.classNames());
  }
}
