package dev.epochal.core.stats;

/**
 * A class against the rest. A ratio whose denominator is zero is 0, as in scikit-learn, so that a
 * class that is never predicted pulls the macro average down instead of leaving it.
 */
public record OneVsRest(
    int truePositives, int falsePositives, int trueNegatives, int falseNegatives) {

  /** TP / (TP + FP). */
  public double precision() {
    return ratio(truePositives, truePositives + falsePositives);
  }

  /** TP / (TP + FN): the true positive rate. */
  public double recall() {
    return ratio(truePositives, truePositives + falseNegatives);
  }

  /** FP / (FP + TN). */
  public double falsePositiveRate() {
    return ratio(falsePositives, falsePositives + trueNegatives);
  }

  /** 2·TP / (2·TP + FP + FN). */
  public double f1() {
    return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
  }

  private static double ratio(int numerator, int denominator) {
    return denominator == 0 ? 0 : (double) numerator / denominator;
  }
}
