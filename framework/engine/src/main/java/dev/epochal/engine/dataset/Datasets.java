package dev.epochal.engine.dataset;

import dev.epochal.core.data.Duplicate;
import dev.epochal.core.data.ImageFolder;
import dev.epochal.core.data.LabeledImages;
import dev.epochal.core.data.Split;
import dev.epochal.core.plan.DataPlan;
import dev.epochal.core.plan.DatasetName;
import dev.epochal.core.run.DatasetRecord;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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
  private final DataListener listener;

  public Datasets(DataLocations locations, DataListener listener) {
    this(new Mnist(locations, new Downloader(MNIST_MIRRORS, listener)), listener);
  }

  Datasets(Mnist mnist, DataListener listener) {
    this.mnist = mnist;
    this.listener = listener;
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
    SplitIndices splits = Splitter.split(found.labels(), plan.split(), splitSeed);
    LabeledImages images = found.pixels().of(splits);
    List<Duplicate> duplicates = Duplicates.of(images, splits);
    SortedMap<String, DatasetRecord.SplitRecord> records = new TreeMap<>();
    for (Split split : Split.values()) {
      int[] rows = splits.of(split);
      records.put(
          split.key(),
          new DatasetRecord.SplitRecord(rows.length, DatasetFingerprint.sha256(images, rows)));
    }
    PreparedData data =
        new PreparedData(
            images,
            splits,
            PixelScale.of(plan.normalize(), images, splits.of(Split.TRAIN)),
            new DatasetRecord(
                plan.dataset().key(),
                name.key(),
                reason,
                found.origin().source(),
                images.shape(),
                images.classNames(),
                records,
                duplicates.size()),
            duplicates,
            found.origin());
    data.balance(Split.TRAIN)
        .absentSentence("train", images.classNames(), "cannot be learnt")
        .ifPresent(listener::message);
    return data;
  }

  private FoundDataset find(DatasetName name, DataPlan plan) {
    return switch (name) {
      case MNIST -> mnist.find(plan.path());
      case DIGITS -> Digits.of(plan.digitsSeed());
      case IDX, NPY -> own(plan);
    };
  }

  private static FoundDataset own(DataPlan plan) {
    Path folder = Path.of(Objects.requireNonNull(plan.path(), "a planned dataset has its folder"));
    ImageFolder files = plan.dataset().form().orElseThrow().apply(folder);
    return FoundDataset.whole(
        new DataOrigin(folder.toString(), files.pixelType(), files.parts()),
        files.read(plan.facts()));
  }
}
