package dev.epochal.runner.compare;

import dev.epochal.core.data.NpyFile;
import dev.epochal.core.data.Split;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.stats.McNemar;
import dev.epochal.registry.RunDetail;
import java.nio.file.Files;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a run recorded of its answers to the test images. */
@SuppressWarnings("ArrayRecordComponent") // plain bulk data, never compared
record TestPredictions(
    String name, @Nullable String sha256, int[] labels, int[] predicted, @Nullable String lacking) {
  private static final int[] NONE = {};

  /** Reads them; what is missing or damaged is said where they are wanted. */
  static TestPredictions of(RunDetail run) {
    String name = run.summary().name();
    DatasetRecord data = run.dataset();
    DatasetRecord.SplitRecord split = data == null ? null : data.splits().get(Split.TEST.key());
    if (split == null) {
      return lacking(name, null, name + " ended before its test images were there");
    }
    RunFolder folder = new RunFolder(run.folder());
    if (!Files.isDirectory(folder.path())) {
      return lacking(name, split.sha256(), "the folder of " + name + " is gone");
    }
    if (!Files.isRegularFile(folder.predictions(Split.TEST, "predicted"))) {
      return lacking(
          name,
          split.sha256(),
          name + " has no predictions of test (" + run.summary().status() + ")");
    }
    try {
      int[] labels = NpyFile.readInts(folder.predictions(Split.TEST, "labels"));
      int[] predicted = NpyFile.readInts(folder.predictions(Split.TEST, "predicted"));
      boolean whole = labels.length == split.n() && predicted.length == split.n();
      return whole && split.n() > 0
          ? new TestPredictions(name, split.sha256(), labels, predicted, null)
          : lacking(name, split.sha256(), "the predictions of " + name + " are not one per image");
    } catch (InvalidInputException e) {
      return lacking(name, split.sha256(), String.valueOf(e.getMessage()));
    }
  }

  private static TestPredictions lacking(String name, @Nullable String sha256, String why) {
    return new TestPredictions(name, sha256, NONE, NONE, why);
  }

  /** Why these and the run's cannot be laid side by side; null where they can. */
  @Nullable String incomparable(TestPredictions run) {
    if (sha256 != null && run.sha256 != null && !sha256.equals(run.sha256)) {
      return "their test images differ (sha256 " + start(sha256) + "…, " + start(run.sha256) + "…)";
    }
    if (lacking != null || run.lacking != null) {
      return lacking != null ? lacking : run.lacking;
    }
    return Arrays.equals(labels, run.labels)
        ? null
        : "the recorded labels of " + name + " and " + run.name + " are not the same";
  }

  private static String start(String sha256) {
    return sha256.substring(0, Math.min(8, sha256.length()));
  }

  McNemar against(TestPredictions run) {
    return McNemar.of(labels, predicted, run.predicted);
  }
}
