package dev.epochal.core.stats;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/**
 * How a number goes with another one.
 *
 * @param rho Spearman's rank correlation
 * @param p two-sided, of rho by Student's t
 * @param log whether {@code slope} is per doubling of the other number, and not per unit
 * @param slope of the least-squares line
 * @param interval 95 % interval of the slope
 */
public record Trend(double rho, double p, boolean log, double slope, Interval interval) {

  /**
   * The trend of {@code y} over {@code x}; at least 3 pairs, {@code x} not all the same. Where all
   * of {@code x} are above 0, on a logarithmic scale: what is tried is mostly multiplied.
   *
   * @param blocks numbers that belong together, as the runs of one seed do, have the same one: only
   *     what differs within a block counts for the slope
   */
  public static Trend of(double[] x, double[] y, int[] blocks) {
    double rho = new SpearmansCorrelation().correlation(x, y);
    double freedom = x.length - 2.0;
    double t = rho * Math.sqrt(freedom / ((1 - rho) * (1 + rho)));
    double p =
        Math.abs(rho) >= 1 ? 0 : 2 * new TDistribution(freedom).cumulativeProbability(-Math.abs(t));
    boolean log = Arrays.stream(x).allMatch(value -> value > 0);
    double[] scaled =
        log ? Arrays.stream(x).map(value -> Math.log(value) / Math.log(2)).toArray() : x;
    return line(rho, p, log, within(scaled, blocks), within(y, blocks), blocks);
  }

  private static Trend line(
      double rho, double p, boolean log, double[] x, double[] y, int[] blocks) {
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += x[i] * x[i];
      xy += x[i] * y[i];
    }
    double slope = xy / xx;
    double left = 0;
    for (int i = 0; i < x.length; i++) {
      left += Math.pow(y[i] - slope * x[i], 2);
    }
    double freedom = x.length - Arrays.stream(blocks).distinct().count() - 1.0;
    double half =
        freedom < 1
            ? Double.NaN
            : new TDistribution(freedom).inverseCumulativeProbability(0.975)
                * Math.sqrt(left / freedom / xx);
    return new Trend(rho, p, log, slope, new Interval(slope - half, slope + half));
  }

  /** Each number less the mean of its block. */
  private static double[] within(double[] values, int[] blocks) {
    double[] centred = values.clone();
    for (int block : Arrays.stream(blocks).distinct().toArray()) {
      double mean = 0;
      int n = 0;
      for (int i = 0; i < values.length; i++) {
        if (blocks[i] == block) {
          mean += values[i];
          n++;
        }
      }
      for (int i = 0; i < values.length; i++) {
        centred[i] -= blocks[i] == block ? mean / n : 0;
      }
    }
    return centred;
  }
}
