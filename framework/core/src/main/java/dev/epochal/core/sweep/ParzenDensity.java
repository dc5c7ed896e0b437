package dev.epochal.core.sweep;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Normal densities around points, cut off at the ends of the unit interval, with a wide one in the
 * middle for what was not tried. Each is as wide as the distance to its farther neighbour, within
 * bounds (Bergstra et al. 2011, section 4.2; bounds as in hyperopt and Optuna).
 */
final class ParzenDensity implements UnitDensity {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  private final double[] centres;
  private final double[] widths;

  private ParzenDensity(double[] centres, double[] widths) {
    this.centres = centres;
    this.widths = widths;
  }

  static ParzenDensity of(double... points) {
    double[] centres = Arrays.copyOf(points, points.length + 1);
    centres[points.length] = 0.5;
    Arrays.sort(centres);
    int prior = Arrays.binarySearch(centres, 0.5);
    double least = 1.0 / Math.min(100, 1 + centres.length);
    double[] widths = new double[centres.length];
    for (int i = 0; i < centres.length; i++) {
      double left = centres[i] - (i == 0 ? 0 : centres[i - 1]);
      double right = (i == centres.length - 1 ? 1 : centres[i + 1]) - centres[i];
      widths[i] = i == prior ? 1 : Math.min(Math.max(Math.max(left, right), least), 1);
    }
    return new ParzenDensity(centres, widths);
  }

  @Override
  public double draw(SplittableRandom chance) {
    int i = chance.nextInt(centres.length);
    double low = below(i, 0);
    double high = below(i, 1);
    double p = low + chance.nextDouble() * (high - low);
    double drawn = centres[i] + widths[i] * NORMAL.inverseCumulativeProbability(p);
    return Math.min(Math.max(drawn, 0), Math.nextDown(1.0));
  }

  @Override
  public double at(double u) {
    double sum = 0;
    for (int i = 0; i < centres.length; i++) {
      double z = (u - centres[i]) / widths[i];
      sum += NORMAL.density(z) / widths[i] / (below(i, 1) - below(i, 0));
    }
    return sum / centres.length;
  }

  /** The share of a normal density below a point. */
  private double below(int i, double u) {
    return NORMAL.cumulativeProbability((u - centres[i]) / widths[i]);
  }
}
