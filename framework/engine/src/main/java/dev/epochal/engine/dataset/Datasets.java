package dev.epochal.engine.dataset;

import dev.epochal.core.data.LabeledImages;
import dev.epochal.core.data.Split;
import dev.epochal.core.plan.DataPlan;
import dev.epochal.core.plan.DatasetName;
import dev.epochal.core.run.DatasetRecord;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds, checks and divides the data that a plan asks for. */
public final class Datasets {
  /** Mirrors of MNIST that answer; its author's own host refuses since 2022. */
  private static final List<URI> MNIST_MIRRORS =
      List.of(
          URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
          URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"));

  private final Mnist mnist;

  public Datasets(DataLocations locations, DataListener listener) {
    this(new Mnist(locations, new Downloader(MNIST_MIRRORS, listener)));
  }

  Datasets(Mnist mnist) {
    this.mnist = mnist;
  }

  /**
   * The plan's dataset, or its fallback when that cannot be had.
   *
   * @param splitSeed fixes which image goes to which split
   * @throws dev.epochal.core.problem.InvalidInputException if files that the user points to are
   *     missing or broken
   * @throws DatasetUnavailableException if the dataset cannot be had and there is no fallback
   */
  public PreparedData prepare(DataPlan plan, long splitSeed) {
    try {
      return prepare(plan, splitSeed, plan.dataset(), null);
    } catch (DatasetUnavailableException e) {
      if (plan.fallback() == null) {
        throw new DatasetUnavailableException(
            e.getMessage() + "; set EPOCHAL_DATA or data.path, or allow data.fallback: digits", e);
      }
      return prepare(plan, splitSeed, plan.fallback(), e.getMessage());
    }
  }

  /** The folder on this machine that holds MNIST, unchecked; null when there is none. */
  public static @Nullable String whereMnistLies(DataLocations locations) {
    return Mnist.folders(locations).stream()
        .filter(folder -> MnistFile.IMAGES.in(folder).isPresent())
        .filter(folder -> MnistFile.LABELS.in(folder).isPresent())
        .map(Path::toString)
        .findFirst()
        .orElse(null);
  }

  private PreparedData prepare(
      DataPlan plan, long splitSeed, DatasetName name, @Nullable String reason) {
    FoundDataset found = find(name, plan);
    LabeledImages images = found.images();
    SplitIndices splits = Splitter.split(images, plan.split(), splitSeed);
    SortedMap<String, DatasetRecord.SplitRecord> records = new TreeMap<>();
    for (Split split : Split.values()) {
      int[] rows = splits.of(split);
      records.put(
          split.key(),
          new DatasetRecord.SplitRecord(rows.length, DatasetFingerprint.sha256(images, rows)));
    }
    return new PreparedData(
        images,
        splits,
        PixelScale.of(plan.normalize(), images, splits.of(Split.TRAIN)),
        new DatasetRecord(
            plan.dataset().key(),
            name.key(),
            reason,
            found.source(),
            images.shape(),
            images.classNames(),
            records,
            DatasetFingerprint.inTwoSplits(images, splits)));
  }

  private FoundDataset find(DatasetName name, DataPlan plan) {
    return switch (name) {
      case MNIST -> mnist.find(plan.path());
      case DIGITS -> Digits.draw(plan.digitsSeed());
    };
  }
}
