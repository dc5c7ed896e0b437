package dev.epochal.core.stats;

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
    float[] scores = predictions.scores(c);
    for (float score : scores) {
      if (Float.isNaN(score)) {
        return Double.NaN;
      }
    }
    return AreaUnderRoc.of(scores, predictions.areOf(c)).area();
  }
}
