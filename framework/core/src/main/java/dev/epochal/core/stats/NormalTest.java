package dev.epochal.core.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.hipparchus.special.Erf;

/** Two-sided tests of differences that are normally distributed. */
public final class NormalTest {
  private NormalTest() {}

  /** The probability of a standard normal number at least as far from 0; NaN of NaN. */
  public static double p(double z) {
    return Erf.erfc(Math.abs(z) / Math.sqrt(2));
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
