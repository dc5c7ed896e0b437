package dev.epochal.core.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.StatUtils;

/**
 * The bias-corrected and accelerated bootstrap interval of a mean (Efron 1987), which needs no
 * normal distribution but more than a handful of numbers.
 */
public final class Bootstrap {
  private static final int RESAMPLES = 10_000;
  private static final double ROUNDING = 1e-13;
  private static final NormalDistribution NORMAL = new NormalDistribution();

  private Bootstrap() {}

  /**
   * The 95 % interval; the same for the same numbers and seed.
   *
   * @param values at least 2
   */
  public static Interval ofMean(double[] values, long seed) {
    double mean = StatUtils.mean(values);
    if (StatUtils.variance(values) == 0) {
      return new Interval(mean, mean);
    }
    double[] means = resampledMeans(values, seed);
    // A resample in another order has the same mean but for rounding.
    double rounding = ROUNDING * Arrays.stream(values).map(Math::abs).max().orElseThrow();
    long below = Arrays.stream(means).filter(resampled -> resampled < mean - rounding).count();
    long same =
        Arrays.stream(means).filter(resampled -> Math.abs(resampled - mean) <= rounding).count();
    double bias = NORMAL.inverseCumulativeProbability((below + same / 2.0) / RESAMPLES);
    double acceleration = acceleration(values, mean);
    return new Interval(
        quantile(means, shifted(0.025, bias, acceleration)),
        quantile(means, shifted(0.975, bias, acceleration)));
  }

  private static double[] resampledMeans(double[] values, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[random.nextInt(values.length)];
      }
      means[r] = sum / values.length;
    }
    Arrays.sort(means);
    return means;
  }

  /** By the jackknife: a sixth of the skewness of the means that leave one out. */
  private static double acceleration(double[] values, double mean) {
    double squares = 0;
    double cubes = 0;
    for (double value : values) {
      double influence = (value - mean) / (values.length - 1);
      squares += influence * influence;
      cubes += influence * influence * influence;
    }
    return cubes / (6 * Math.pow(squares, 1.5));
  }

  private static double shifted(double share, double bias, double acceleration) {
    double z = bias + NORMAL.inverseCumulativeProbability(share);
    return NORMAL.cumulativeProbability(bias + z / (1 - acceleration * z));
  }

  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int low = (int) Math.floor(at);
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }
}
