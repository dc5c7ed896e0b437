package dev.epochal.figures;

import dev.epochal.core.figure.ConfusionMatrices;
import dev.epochal.core.problem.EpochalException;
import java.util.List;

/** One split's confusion counts, with what follows from them. */
record Matrix(ConfusionMatrices.Panel panel, int classes) {

  /**
   * @throws EpochalException if the counts are not a square of as many classes
   */
  Matrix {
    boolean square =
        panel.counts().size() == classes
            && panel.counts().stream().allMatch(row -> row.size() == classes);
    if (!square) {
      throw new EpochalException(
          "the %s split's confusion matrix must be %d by %d, as there are %d class names, but was not"
              .formatted(panel.split().key(), classes, classes, classes));
    }
  }

  int count(int trueClass, int predictedClass) {
    return panel.counts().get(trueClass).get(predictedClass);
  }

  /** How many images are of this class. */
  long of(int trueClass) {
    return sum(panel.counts().get(trueClass));
  }

  /** Which part of this class was predicted as that one; NaN when the class does not occur. */
  double share(int trueClass, int predictedClass) {
    long all = of(trueClass);
    return all == 0 ? Double.NaN : (double) count(trueClass, predictedClass) / all;
  }

  /** How many images there are. */
  long n() {
    return panel.counts().stream().mapToLong(Matrix::sum).sum();
  }

  /** Which part of all images was predicted right; NaN of no images. */
  double accuracy() {
    long right = 0;
    for (int i = 0; i < classes; i++) {
      right += count(i, i);
    }
    return n() == 0 ? Double.NaN : (double) right / n();
  }

  boolean lacksAClass() {
    return panel.counts().stream().anyMatch(row -> sum(row) == 0);
  }

  int largestCount() {
    return panel.counts().stream()
        .flatMap(List::stream)
        .mapToInt(Integer::intValue)
        .max()
        .orElse(0);
  }

  private static long sum(List<Integer> row) {
    return row.stream().mapToLong(Integer::longValue).sum();
  }
}
