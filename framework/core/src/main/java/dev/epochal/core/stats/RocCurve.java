package dev.epochal.core.stats;

import java.util.Arrays;

/**
 * The receiver operating characteristic of one class against the rest, as scikit-learn's {@code
 * roc_curve} gives it: from (0, 0) at an infinite threshold, without points on a straight line
 * between their neighbours.
 *
 * @param falsePositiveRates of each point, ascending
 * @param truePositiveRates of each point
 * @param thresholds of each point, descending
 */
@SuppressWarnings("ArrayRecordComponent") // plain bulk data: shared, never copied or compared
public record RocCurve(
    double[] falsePositiveRates, double[] truePositiveRates, double[] thresholds) {

  /**
   * The curve; empty when one side has no images, as then its rates do not exist.
   *
   * @param counts of the class
   */
  public static RocCurve of(ThresholdCounts counts) {
    int n = counts.positives() == 0 || counts.negatives() == 0 ? -1 : counts.size();
    double[] x = new double[n + 1];
    double[] y = new double[n + 1];
    double[] thresholds = new double[n + 1];
    int size = 0;
    for (int i = -1; i < n; i++) {
      if (i < 0 || i == n - 1 || turns(counts, i)) {
        x[size] = i < 0 ? 0 : (double) counts.falsePositives()[i] / counts.negatives();
        y[size] = i < 0 ? 0 : (double) counts.truePositives()[i] / counts.positives();
        thresholds[size++] = i < 0 ? Double.POSITIVE_INFINITY : counts.thresholds()[i];
      }
    }
    return new RocCurve(
        Arrays.copyOf(x, size), Arrays.copyOf(y, size), Arrays.copyOf(thresholds, size));
  }

  /** As scikit-learn asks: whether the steps before and after a threshold differ. */
  private static boolean turns(ThresholdCounts counts, int i) {
    // Its first difference begins at the first threshold, so that one always stays.
    if (i == 0) {
      return true;
    }
    return step(counts.falsePositives(), i) != step(counts.falsePositives(), i + 1)
        || step(counts.truePositives(), i) != step(counts.truePositives(), i + 1);
  }

  private static int step(int[] counts, int to) {
    return counts[to] - counts[to - 1];
  }

  /** Points. */
  public int size() {
    return thresholds.length;
  }

  /**
   * The true positive rate at a false positive rate, straight between points and the highest where
   * several stand over each other.
   */
  public double at(double falsePositiveRate) {
    int after = 0;
    while (after < size() && falsePositiveRates[after] <= falsePositiveRate) {
      after++;
    }
    if (after == size()) {
      return truePositiveRates[size() - 1];
    }
    double part =
        (falsePositiveRate - falsePositiveRates[after - 1])
            / (falsePositiveRates[after] - falsePositiveRates[after - 1]);
    return truePositiveRates[after - 1]
        + part * (truePositiveRates[after] - truePositiveRates[after - 1]);
  }
}
