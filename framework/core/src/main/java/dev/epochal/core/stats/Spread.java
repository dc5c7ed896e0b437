package dev.epochal.core.stats;

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
    VarianceEstimate estimate =
        VarianceEstimate.exact(StatUtils.variance(values), values.length - 1.0, values.length);
    return new Spread(
        estimate.sd(), estimate.interval(), StatUtils.min(values), StatUtils.max(values));
  }
}
