package dev.epochal.core.stats;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.hipparchus.stat.inference.OneWayAnova;

/**
 * How much of the variance of a number goes with one other thing, looked at alone. What chance
 * would explain by itself is taken off, so that a share of nothing is about 0 and not {@code (k −
 * 1)/(n − 1)}; what is then below 0 counts as 0.
 *
 * @param share in [0, 1]
 * @param p two-sided, that there is nothing
 * @param n of how many numbers
 * @param values how many different ones the other thing has
 */
public record Explained(Method method, double share, double p, int n, int values) {
  /** Fewer pairs say nothing of an order. */
  private static final int FEWEST_RANKED = 5;

  /** How the share is had. */
  public enum Method {
    /** ω² of a one-way analysis of variance: the other thing as groups, in no order. */
    OMEGA_SQUARED,
    /** The square of Spearman's rank correlation, adjusted as R² is: the other thing as numbers. */
    RANK_SQUARED;

    /** As it is written. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * By groups.
   *
   * @return empty unless there are two groups at least, each of two finite numbers at least, and
   *     not all numbers are the same
   */
  public static Optional<Explained> byGroups(List<double[]> groups) {
    int n = groups.stream().mapToInt(group -> group.length).sum();
    long different = groups.stream().flatMapToDouble(Arrays::stream).distinct().count();
    if (groups.size() < 2 || groups.stream().anyMatch(g -> g.length < 2) || different < 2) {
      return Optional.empty();
    }
    int between = groups.size() - 1;
    double f = new OneWayAnova().anovaFValue(groups);
    if (Double.isInfinite(f)) { // within the groups all are the same
      return Optional.of(new Explained(Method.OMEGA_SQUARED, 1, 0, n, groups.size()));
    }
    double above = between * (f - 1);
    double p = 1 - new FDistribution(between, n - groups.size()).cumulativeProbability(f);
    return Optional.of(
        new Explained(Method.OMEGA_SQUARED, Math.max(0, above / (above + n)), p, n, groups.size()));
  }

  /**
   * By order.
   *
   * @param x finite
   * @param y finite, as many
   * @return empty of fewer than five pairs, or when one of both does not vary
   */
  public static Optional<Explained> byRank(double[] x, double[] y) {
    int n = x.length;
    long values = Arrays.stream(x).distinct().count();
    if (n < FEWEST_RANKED || values < 2 || Arrays.stream(y).distinct().count() < 2) {
      return Optional.empty();
    }
    double rho = new SpearmansCorrelation().correlation(x, y);
    double adjusted = 1 - (1 - rho * rho) * (n - 1.0) / (n - 2.0);
    double t = Math.abs(rho) * Math.sqrt((n - 2.0) / ((1 - rho) * (1 + rho)));
    double p = Math.abs(rho) >= 1 ? 0 : 2 * new TDistribution(n - 2.0).cumulativeProbability(-t);
    return Optional.of(
        new Explained(Method.RANK_SQUARED, Math.max(0, adjusted), p, n, (int) values));
  }
}
