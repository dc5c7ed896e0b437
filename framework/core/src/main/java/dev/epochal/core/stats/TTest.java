package dev.epochal.core.stats;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.StatUtils;

/**
 * A difference of two means by Student's t.
 *
 * @param difference the second mean minus the first
 * @param interval 95 % interval of the difference
 * @param p two-sided
 * @param standardError of the difference
 * @param freedom degrees of freedom
 */
public record TTest(
    double difference, Interval interval, double p, double standardError, double freedom) {

  /** Of two independent samples, whose variances may differ (Welch); at least 2 of each. */
  public static TTest welch(double[] first, double[] second) {
    double a = StatUtils.variance(first) / first.length;
    double b = StatUtils.variance(second) / second.length;
    double freedom = (a + b) * (a + b) / (a * a / (first.length - 1) + b * b / (second.length - 1));
    return of(
        StatUtils.mean(second) - StatUtils.mean(first),
        Math.sqrt(a + b),
        // Without any variance the fraction is 0/0.
        a + b == 0 ? first.length + second.length - 2 : freedom);
  }

  /** Of pairs: {@code second[i]} belongs to {@code first[i]}; at least 2. */
  public static TTest paired(double[] first, double[] second) {
    double[] differences = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      differences[i] = second[i] - first[i];
    }
    int n = differences.length;
    return of(StatUtils.mean(differences), Math.sqrt(StatUtils.variance(differences) / n), n - 1);
  }

  private static TTest of(double difference, double error, double freedom) {
    TDistribution t = new TDistribution(freedom);
    double half = t.inverseCumulativeProbability(0.975) * error;
    double p =
        error == 0
            ? difference == 0 ? 1 : 0
            : 2 * t.cumulativeProbability(-Math.abs(difference) / error);
    return new TTest(
        difference, new Interval(difference - half, difference + half), p, error, freedom);
  }

  /**
   * How sure it is that the difference lies within a margin of 0: the larger p of the two one-sided
   * tests (Schuirmann 1987); below 0.05, the means count as the same.
   */
  public double sameWithin(double margin) {
    if (standardError == 0) {
      return Math.abs(difference) < margin ? 0 : 1;
    }
    TDistribution t = new TDistribution(freedom);
    double above = t.cumulativeProbability(-(difference + margin) / standardError);
    double below = t.cumulativeProbability((difference - margin) / standardError);
    return Math.max(above, below);
  }
}
