package dev.epochal.core.stats;

import java.util.Arrays;

/**
 * How many images count as a class at each threshold that makes a difference, from the highest
 * threshold to the lowest. An image counts when its score is at least the threshold.
 *
 * @param thresholds the distinct scores, descending
 * @param truePositives images of the class that count, at each
 * @param falsePositives other images that count, at each
 * @param positives images of the class
 * @param negatives the others
 */
@SuppressWarnings("ArrayRecordComponent") // plain bulk data: shared, never copied or compared
public record ThresholdCounts(
    float[] thresholds, int[] truePositives, int[] falsePositives, int positives, int negatives) {

  /**
   * Counts them.
   *
   * @param scores finite
   * @param positive whether each image is of the class
   */
  public static ThresholdCounts of(float[] scores, boolean[] positive) {
    Ranked ranked = Ranked.of(scores);
    int n = scores.length;
    float[] thresholds = new float[n];
    int[] truePositives = new int[n];
    int[] falsePositives = new int[n];
    int tp = 0;
    int fp = 0;
    int size = 0;
    for (int k = n - 1; k >= 0; k--) {
      if (positive[ranked.order()[k]]) {
        tp++;
      } else {
        fp++;
      }
      boolean lastOfTied = k == 0 || ranked.end()[k - 1] == k;
      if (lastOfTied) {
        thresholds[size] = scores[ranked.order()[k]];
        truePositives[size] = tp;
        falsePositives[size++] = fp;
      }
    }
    return new ThresholdCounts(
        Arrays.copyOf(thresholds, size),
        Arrays.copyOf(truePositives, size),
        Arrays.copyOf(falsePositives, size),
        tp,
        fp);
  }

  /** Thresholds. */
  public int size() {
    return thresholds.length;
  }
}
