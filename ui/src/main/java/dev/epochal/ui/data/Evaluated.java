package dev.epochal.ui.data;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.Split;
import dev.epochal.core.data.StoredImages;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.stats.PredictionFiles;
import dev.epochal.core.stats.Predictions;
import dev.epochal.registry.RunDetail;
import dev.epochal.registry.folder.DatasetStore;
import dev.epochal.ui.http.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run's model said of a split in the final evaluation. The test split of a run that has not
 * read it has no predictions, so that none of its images is shown.
 *
 * @param splits that the run has predictions of
 * @param sha256 fingerprint of the split's images
 * @param images null when they were not kept
 */
record Evaluated(
    RunDetail run,
    Split split,
    List<Split> splits,
    String sha256,
    List<String> classNames,
    ImageShape shape,
    Predictions predictions,
    @Nullable StoredImages images) {

  /** No split that can be looked at image by image has more: a browser is not for these. */
  private static final long MOST_BYTES = 256L << 20;

  /**
   * Reads them.
   *
   * @param asked the split; empty for validation, or the first that there is
   * @throws Refused when there is no such split, or the run has no predictions of it
   */
  static Evaluated of(Runs runs, String id, String asked) {
    RunDetail run = runs.outline(id);
    RunFolder folder = runs.folder(id);
    List<Split> splits = PredictionFiles.splits(folder);
    if (splits.isEmpty()) {
      throw Refused.notFound(
          run.summary().name()
              + " has no predictions: "
              + (run.summary().status().isOver()
                  ? "it ended as " + run.summary().status() + ", or its folder is gone"
                  : "they come at its end"));
    }
    Split split = split(asked, splits);
    if (!splits.contains(split)) {
      throw Refused.notFound(run.summary().name() + " has no predictions of " + split.key());
    }
    DatasetRecord data = run.dataset();
    DatasetRecord.SplitRecord record = data == null ? null : data.splits().get(split.key());
    if (data == null || record == null) {
      throw Refused.notFound(run.summary().name() + " has no record of its data");
    }
    return new Evaluated(
        run,
        split,
        splits,
        record.sha256(),
        data.classNames(),
        data.shape(),
        predictions(folder, split, data.classNames().size()),
        images(folder, record));
  }

  private static Split split(String asked, List<Split> splits) {
    if (asked.isEmpty()) {
      return splits.contains(Split.VALIDATION) ? Split.VALIDATION : splits.get(0);
    }
    for (Split split : Split.values()) {
      if (split.key().equals(asked)) {
        return split;
      }
    }
    throw new Refused(400, "split must be train, validation or test");
  }

  private static Predictions predictions(RunFolder folder, Split split, int classes) {
    Path file = folder.predictions(split, "probabilities");
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new Refused(422, file + " has more predictions than a page can show");
      }
    } catch (IOException e) {
      throw new EpochalException("cannot read " + file + ": " + e, e);
    }
    Predictions predictions = PredictionFiles.read(folder, split);
    if (predictions.classes() != classes) {
      throw new Refused(
          422,
          "the predictions of %s are of %d classes, and the data of %d"
              .formatted(split.key(), predictions.classes(), classes));
    }
    return predictions;
  }

  private static @Nullable StoredImages images(RunFolder folder, DatasetRecord.SplitRecord record) {
    if (!DatasetStore.isFingerprint(record.sha256())) {
      return null; // a foreign record may lie
    }
    Path file = DatasetStore.beside(folder).images(record.sha256());
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    StoredImages images = StoredImages.open(file);
    return images.n() == record.n() ? images : null;
  }

  /** An image's pixels, {@code [channels × height × width]}, Base64; null when not kept. */
  @Nullable String pixels(int position) {
    return images == null || position >= images.n()
        ? null
        : Base64.getEncoder().encodeToString(images.image(position));
  }

  /** Whether the model took an image for what it is. */
  boolean isRight(int position) {
    return predictions.labels()[position] == predictions.predicted()[position];
  }

  /** The probability of the predicted class. */
  float confidence(int position) {
    return probability(position, predictions.predicted()[position]);
  }

  float probability(int position, int ofClass) {
    return predictions.probabilities()[position * predictions.classes() + ofClass];
  }

  /** How many images one answer may hold with their pixels. */
  int mostItems(int asked) {
    long bytes = 2L << 20;
    return (int) Math.max(1, Math.min(asked, bytes / Math.max(1, shape.size())));
  }
}
