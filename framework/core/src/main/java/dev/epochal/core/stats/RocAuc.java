package dev.epochal.core.stats;

import java.util.Arrays;

/**
 * The area under the ROC curve of a class against the rest: the chance that an image of the class
 * gets a higher probability for it than one of another class, where a tie counts half. That is Mann
 * and Whitney's U by average ranks, counted in whole numbers, so it is exact.
 */
public final class RocAuc {
  private RocAuc() {}

  /**
   * The area for class {@code c}; NaN when the class never occurs, when nothing else does, or when
   * a probability is no number: then there is no curve.
   */
  public static double oneVsRest(Predictions predictions, int c) {
    int n = predictions.n();
    float[] positives = new float[n];
    float[] negatives = new float[n];
    int p = 0;
    int q = 0;
    for (int i = 0; i < n; i++) {
      float score = predictions.probabilities()[i * predictions.classes() + c];
      if (predictions.labels()[i] == c) {
        positives[p++] = score;
      } else {
        negatives[q++] = score;
      }
    }
    return area(Arrays.copyOf(positives, p), Arrays.copyOf(negatives, q));
  }

  /** Both are sorted in place; NaN comes last then. */
  private static double area(float[] positives, float[] negatives) {
    Arrays.sort(positives);
    Arrays.sort(negatives);
    int p = positives.length;
    int q = negatives.length;
    if (p == 0 || q == 0 || Float.isNaN(positives[p - 1]) || Float.isNaN(negatives[q - 1])) {
      return Double.NaN;
    }
    long halves = 0;
    int below = 0;
    int upTo = 0;
    for (float score : positives) {
      while (below < q && negatives[below] < score) {
        below++;
      }
      while (upTo < q && negatives[upTo] <= score) {
        upTo++;
      }
      // Twice those below it, and once those that tie with it.
      halves += below + upTo;
    }
    return halves / (2.0 * p * q);
  }
}
