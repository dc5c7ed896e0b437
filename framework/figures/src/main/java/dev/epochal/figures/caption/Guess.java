package dev.epochal.figures.caption;

import dev.epochal.core.plan.Loss;

/**
 * What a model would reach that gives every class of every image the same probability, 1 / classes:
 * the loss that others are measured against.
 *
 * @param classes how many there are to tell apart
 * @param loss ln(classes) for cross-entropy
 */
public record Guess(int classes, double loss) {

  /** The guess's loss, by the formulas of {@link Loss}. */
  public static Guess of(Loss loss, int classes) {
    double p = 1.0 / classes;
    double value =
        switch (loss) {
          case MCXENT, NEGATIVELOGLIKELIHOOD, KL_DIVERGENCE -> -Math.log(p);
          case XENT -> -Math.log(p) - (classes - 1) * Math.log1p(-p);
          case MSE -> squares(p, classes) / classes;
          case L2 -> squares(p, classes);
          case MEAN_ABSOLUTE_ERROR -> 2 * (1 - p) / classes;
          case L1 -> 2 * (1 - p);
        };
    return new Guess(classes, value);
  }

  private static double squares(double p, int classes) {
    return (1 - p) * (1 - p) + (classes - 1) * p * p;
  }
}
