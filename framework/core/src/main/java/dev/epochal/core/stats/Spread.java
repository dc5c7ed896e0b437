package dev.epochal.core.stats;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.stat.StatUtils;

/**
 * How much repeated measurements differ.
 *
 * @param sd standard deviation, by n - 1
 * @param interval its 95 % interval, for normally distributed numbers
 * @param min the smallest
 * @param max the largest
 */
public record Spread(double sd, Interval interval, double min, double max) {

  /** Of at least 2 finite numbers. */
  public static Spread of(double... values) {
    double sd = Math.sqrt(StatUtils.variance(values));
    double freedom = values.length - 1.0;
    ChiSquaredDistribution chi = new ChiSquaredDistribution(freedom);
    return new Spread(
        sd,
        new Interval(
            sd * Math.sqrt(freedom / chi.inverseCumulativeProbability(0.975)),
            sd * Math.sqrt(freedom / chi.inverseCumulativeProbability(0.025))),
        StatUtils.min(values),
        StatUtils.max(values));
  }
}
