package dev.epochal.core.stats;

import java.util.Collection;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/**
 * Numbers that were measured repeatedly, such as a metric of runs that differ in their seed.
 *
 * @param n how many finite ones
 * @param notFinite how many others, which mean and sd leave out
 * @param mean NaN of none
 * @param sd standard deviation, by n - 1; NaN of fewer than two
 */
public record Sample(int n, int notFinite, double mean, double sd) {

  public static Sample of(Collection<Double> values) {
    StreamingStatistics finite = new StreamingStatistics();
    values.stream().filter(Double::isFinite).forEach(finite::addValue);
    int n = (int) finite.getN();
    return new Sample(
        n, values.size() - n, finite.getMean(), n < 2 ? Double.NaN : finite.getStandardDeviation());
  }

  /** Half the width of the mean's 95 % interval by Student's t; NaN of fewer than two. */
  public double halfWidth() {
    return n < 2
        ? Double.NaN
        : new TDistribution(n - 1).inverseCumulativeProbability(0.975) * sd / Math.sqrt(n);
  }
}
