package dev.epochal.core.stats;

import dev.epochal.core.data.NpyFile;
import dev.epochal.core.data.Split;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a model said of a split, as a run's folder keeps it. */
public final class PredictionFiles {
  private static final List<String> PARTS =
      List.of("labels", "predicted", "indices", "probabilities");

  private PredictionFiles() {}

  /** The splits whose predictions are all there, in the order train, validation, test. */
  public static List<Split> splits(RunFolder folder) {
    return Arrays.stream(Split.values()).filter(split -> missing(folder, split).isEmpty()).toList();
  }

  /** The first of a split's files that is not there. */
  public static Optional<Path> missing(RunFolder folder, Split split) {
    return PARTS.stream()
        .map(part -> folder.predictions(split, part))
        .filter(file -> !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
        .findFirst();
  }

  /**
   * Reads a split's predictions, whose files must be there; the loss is not read, and NaN.
   *
   * @throws InvalidInputException naming the file, when one is damaged or they do not fit together
   */
  public static Predictions read(RunFolder folder, Split split) {
    int[] labels = NpyFile.readInts(folder.predictions(split, "labels"));
    int[] predicted = NpyFile.readInts(folder.predictions(split, "predicted"));
    int[] indices = NpyFile.readInts(folder.predictions(split, "indices"));
    float[] probabilities = NpyFile.readFloats(folder.predictions(split, "probabilities"));
    int n = labels.length;
    if (n == 0 || predicted.length != n || indices.length != n || probabilities.length % n != 0) {
      throw new InvalidInputException(
          Problem.of(
              "the predictions of %s do not fit together: %d labels, %d predicted, %d indices, %d probabilities"
                  .formatted(
                      split.key(), n, predicted.length, indices.length, probabilities.length)));
    }
    int classes = probabilities.length / n;
    for (int i = 0; i < n; i++) {
      if (!isClass(labels[i], classes) || !isClass(predicted[i], classes)) {
        throw new InvalidInputException(
            Problem.of(
                "the predictions of %s are damaged: image %d is of class %d and taken for %d, of %d classes"
                    .formatted(split.key(), i, labels[i], predicted[i], classes)));
      }
    }
    return new Predictions(indices, labels, predicted, probabilities, classes, Double.NaN);
  }

  private static boolean isClass(int index, int classes) {
    return index >= 0 && index < classes;
  }
}
