package dev.epochal.core.stats;

import java.util.stream.DoubleStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.StatUtils;

/**
 * A difference of two means by Student's t. Numbers that do not vary at all, such as two or three
 * whole ones, say nothing of how much others would: there is no interval then, and no p unless the
 * means are equal.
 *
 * @param difference the second mean minus the first
 * @param interval 95 % interval of the difference; NaN where nothing varies
 * @param p two-sided; NaN where nothing varies and the difference is not 0
 * @param standardError of the difference; 0 where nothing varies
 * @param freedom degrees of freedom
 */
public record TTest(
    double difference, Interval interval, double p, double standardError, double freedom) {
  /** What numbers of size 1 differ by because they were rounded. */
  private static final double ROUNDING = 1e-12;

  /** Of two independent samples, whose variances may differ (Welch); at least 2 of each. */
  public static TTest welch(double[] first, double[] second) {
    double a = StatUtils.variance(first) / first.length;
    double b = StatUtils.variance(second) / second.length;
    double freedom = (a + b) * (a + b) / (a * a / (first.length - 1) + b * b / (second.length - 1));
    return of(
        StatUtils.mean(second) - StatUtils.mean(first),
        Math.sqrt(a + b),
        // Without any variance the fraction is 0/0.
        a + b == 0 ? first.length + second.length - 2 : freedom,
        ROUNDING * largest(first, second));
  }

  /** Of pairs: {@code second[i]} belongs to {@code first[i]}; at least 2. */
  public static TTest paired(double[] first, double[] second) {
    double[] differences = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      differences[i] = second[i] - first[i];
    }
    int n = differences.length;
    return of(
        StatUtils.mean(differences),
        Math.sqrt(StatUtils.variance(differences) / n),
        n - 1,
        ROUNDING * largest(first, second));
  }

  private static double largest(double[] first, double[] second) {
    return DoubleStream.concat(DoubleStream.of(first), DoubleStream.of(second))
        .map(Math::abs)
        .max()
        .orElseThrow();
  }

  private static TTest of(double difference, double error, double freedom, double rounding) {
    if (error <= rounding) {
      double p = Math.abs(difference) <= rounding ? 1 : Double.NaN;
      return new TTest(difference, new Interval(Double.NaN, Double.NaN), p, 0, freedom);
    }
    TDistribution t = new TDistribution(freedom);
    double half = t.inverseCumulativeProbability(0.975) * error;
    double p = 2 * t.cumulativeProbability(-Math.abs(difference) / error);
    return new TTest(
        difference, new Interval(difference - half, difference + half), p, error, freedom);
  }

  /**
   * How sure it is that the difference lies within a margin of 0: the larger p of the two one-sided
   * tests (Schuirmann 1987); below 0.05, the means count as the same. NaN where nothing varies.
   */
  public double sameWithin(double margin) {
    if (standardError == 0) {
      return Double.NaN;
    }
    TDistribution t = new TDistribution(freedom);
    double above = t.cumulativeProbability(-(difference + margin) / standardError);
    double below = t.cumulativeProbability((difference - margin) / standardError);
    return Math.max(above, below);
  }
}
