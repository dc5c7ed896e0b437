package dev.epochal.core.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Two-sided tests of differences that are normally distributed. */
public final class NormalTest {
  private NormalTest() {}

  /** The probability of a standard normal number at least as far from 0; NaN of NaN. */
  public static double p(double z) {
    double x = Math.abs(z) / Math.sqrt(2);
    // Chebyshev fit of erfc, everywhere within 1.2e-7 of its value (Press et al., 1992, 6.2).
    double t = 1 / (1 + 0.5 * x);
    double[] c = {
      -1.26551223,
      1.00002368,
      0.37409196,
      0.09678418,
      -0.18628806,
      0.27886807,
      -1.13520398,
      1.48851587,
      -0.82215223,
      0.17087277
    };
    double sum = 0;
    for (int i = c.length - 1; i >= 0; i--) {
      sum = sum * t + c[i];
    }
    return Math.min(1, t * Math.exp(-x * x + sum));
  }

  /** Holm's correction for several tests; NaN stays NaN and counts as no test. */
  public static double[] holm(double... p) {
    int[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = Arrays.copyOf(p, p.length);
    double least = 0;
    for (int k = 0; k < order.length; k++) {
      least = Math.max(least, Math.min(1, (order.length - k) * p[order[k]]));
      adjusted[order[k]] = least;
    }
    return adjusted;
  }
}
