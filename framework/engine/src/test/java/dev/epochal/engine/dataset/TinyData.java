package dev.epochal.engine.dataset;

import dev.epochal.core.data.DatasetFacts;
import dev.epochal.core.data.Duplicate;
import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.LabeledImages;
import dev.epochal.core.data.Split;
import dev.epochal.core.plan.DatasetName;
import dev.epochal.core.plan.Normalization;
import dev.epochal.core.plan.SplitPlan;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.engine.dataset.digits.DigitsGenerator;
import dev.epochal.engine.dataset.digits.Part;
import java.util.List;
import java.util.TreeMap;

/** Small data for tests: the first few of the drawn digits, or images made of their row number. */
public final class TinyData {
  private TinyData() {}

  /** As many of the drawn digits as the plan's splits need. */
  public static PreparedData digits(SplitPlan plan, long splitSeed) {
    SplitPlan.Sizes full = plan.full();
    int n = full.train() + full.validation() + full.test();
    DatasetFacts digits = DatasetName.DIGITS.known().orElseThrow();
    byte[] pixels = new byte[n * digits.shape().size()];
    int[] labels = new int[n];
    new DigitsGenerator(DigitsGenerator.DEFAULT_SEED).fill(Part.TRAIN, 0, pixels, labels);
    return prepare(
        new LabeledImages(digits.shape(), pixels, labels, digits.classNames()), plan, splitSeed);
  }

  /** So many for each split, all of them used. */
  public static SplitPlan sizes(int train, int validation, int test) {
    double n = train + validation + test;
    SplitPlan.Sizes sizes = new SplitPlan.Sizes(train, validation, test);
    return new SplitPlan(
        new SplitPlan.Fractions(train / n, validation / n, test / n), sizes, sizes, false);
  }

  /** Pixels in [0, 1]. */
  static PreparedData prepare(LabeledImages images, SplitPlan plan, long splitSeed) {
    SplitIndices splits = Splitter.split(images.labels(), plan, splitSeed);
    TreeMap<String, DatasetRecord.SplitRecord> records = new TreeMap<>();
    for (Split split : Split.values()) {
      int[] rows = splits.of(split);
      records.put(
          split.key(),
          new DatasetRecord.SplitRecord(rows.length, DatasetFingerprint.sha256(images, rows)));
    }
    List<Duplicate> duplicates = Duplicates.of(images, splits);
    return new PreparedData(
        images,
        splits,
        PixelScale.of(new Normalization.Unit(), images, splits.of(Split.TRAIN)),
        new DatasetRecord(
            "digits",
            "digits",
            null,
            "a test",
            images.shape(),
            images.classNames(),
            records,
            duplicates.size()),
        duplicates,
        new DataOrigin("a test", "uint8", List.of()));
  }

  /** Images of 1×2 pixels: the row's number, then 255; labels 0, 1, 2, 0, … */
  static LabeledImages numbered(int n) {
    byte[] pixels = new byte[2 * n];
    int[] labels = new int[n];
    for (int row = 0; row < n; row++) {
      pixels[2 * row] = (byte) row;
      pixels[2 * row + 1] = (byte) 255;
      labels[row] = row % 3;
    }
    return new LabeledImages(new ImageShape(1, 1, 2), pixels, labels, List.of("a", "b", "c"));
  }
}
