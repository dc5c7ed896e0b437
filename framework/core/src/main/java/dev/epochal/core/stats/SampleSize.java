package dev.epochal.core.stats;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** How many runs a difference needs to be seen. */
public final class SampleSize {
  /** How often the difference shall be found. */
  private static final double POWER = 0.8;

  private static final int MOST = 100_000;

  private SampleSize() {}

  /**
   * The smallest n at which a two-sided t-test finds a true difference four times in five.
   *
   * @param sd of the differences of pairs; of independent samples, that of one times √2
   * @param difference that is to be seen; above 0
   * @param alpha of the test, after any correction
   * @param samples 1 for pairs (n pairs), 2 for independent samples (n each)
   */
  public static int of(double sd, double difference, double alpha, int samples) {
    int n = 2;
    while (n < MOST && power(n, sd, difference, alpha, samples) < POWER) {
      n += Math.max(1, n / 200);
    }
    return n;
  }

  /**
   * The power of the test, with the noncentral t distribution as a normal one of the same mean and
   * variance to second order (Johnson, Kotz and Balakrishnan 1995, chapter 31: the approximation of
   * Jennett and Welch).
   */
  static double power(int n, double sd, double difference, double alpha, int samples) {
    if (sd == 0) {
      return 1;
    }
    double freedom = samples * (n - 1.0);
    double critical = new TDistribution(freedom).inverseCumulativeProbability(1 - alpha / 2);
    double shift = difference / sd * Math.sqrt(n);
    double scale = 1 - 1 / (4 * freedom);
    double z = (critical * scale - shift) / Math.sqrt(1 + critical * critical / (2 * freedom));
    return 1 - new NormalDistribution().cumulativeProbability(z);
  }
}
