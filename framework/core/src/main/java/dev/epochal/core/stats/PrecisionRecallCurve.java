package dev.epochal.core.stats;

/**
 * Precision over recall of one class against the rest, as scikit-learn's {@code
 * precision_recall_curve} gives it but from the highest threshold to the lowest: it begins at
 * recall 0, precision 1, and ends at the first threshold with recall 1 and those below it.
 *
 * @param recalls of each point, ascending
 * @param precisions of each point
 * @param thresholds of each point, descending; infinite for the first
 * @param averagePrecision precisions weighted by the steps of recall; NaN without positives
 */
@SuppressWarnings("ArrayRecordComponent") // plain bulk data: shared, never copied or compared
public record PrecisionRecallCurve(
    double[] recalls, double[] precisions, double[] thresholds, double averagePrecision) {

  /** The curve; empty when the class has no images, as then recall does not exist. */
  public static PrecisionRecallCurve of(ThresholdCounts counts) {
    if (counts.positives() == 0) {
      return new PrecisionRecallCurve(new double[0], new double[0], new double[0], Double.NaN);
    }
    int n = counts.size();
    double[] recalls = new double[n + 1];
    double[] precisions = new double[n + 1];
    double[] thresholds = new double[n + 1];
    precisions[0] = 1;
    thresholds[0] = Double.POSITIVE_INFINITY;
    double average = 0;
    for (int i = 0; i < n; i++) {
      int found = counts.truePositives()[i];
      recalls[i + 1] = (double) found / counts.positives();
      precisions[i + 1] = (double) found / (found + counts.falsePositives()[i]);
      thresholds[i + 1] = counts.thresholds()[i];
      average += (recalls[i + 1] - recalls[i]) * precisions[i + 1];
    }
    return new PrecisionRecallCurve(recalls, precisions, thresholds, average);
  }

  /** Points. */
  public int size() {
    return thresholds.length;
  }
}
