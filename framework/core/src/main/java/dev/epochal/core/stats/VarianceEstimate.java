package dev.epochal.core.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.stat.StatUtils;

/**
 * How much a number varies when one random thing changes and all others are held: the expected
 * variance given the others, which holds what the thing does alone and together with others (the
 * total effect of Homma and Saltelli 1996).
 *
 * @param variance without bias
 * @param freedom degrees of freedom: exact where the others are held at one value, or where each
 *     value is tried with one of theirs (nested); by Satterthwaite (1946) where every value is
 *     tried with every one of theirs (crossed), since what a value does comes back each time
 * @param n numbers that it comes from
 * @param interval 95 % interval of the standard deviation, for normally distributed numbers: exact,
 *     or of crossed values by Graybill and Wang's (1980) modified large sample method
 */
public record VarianceEstimate(double variance, double freedom, int n, Interval interval) {

  /**
   * A number that was measured.
   *
   * @param level which value the one thing has
   * @param group which values all others have
   */
  public record Cell(String level, String group, double value) {}

  /** The estimate; empty where the thing does not change while the others are held. */
  public static Optional<VarianceEstimate> of(List<Cell> cells) {
    Map<String, Map<String, Double>> groups = new LinkedHashMap<>();
    for (Cell cell : cells) {
      groups
          .computeIfAbsent(cell.group(), group -> new LinkedHashMap<>())
          .put(cell.level(), cell.value());
    }
    groups.values().removeIf(group -> group.size() < 2);
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    double squares = 0;
    int freedom = 0;
    int n = 0;
    Set<String> levels = new LinkedHashSet<>();
    for (Map<String, Double> group : groups.values()) {
      squares += squares(group.values().stream().mapToDouble(Double::doubleValue).toArray());
      freedom += group.size() - 1;
      n += group.size();
      levels.addAll(group.keySet());
    }
    double variance = squares / freedom;
    if (groups.size() == 1 || levels.size() == n) {
      return Optional.of(exact(variance, freedom, n));
    }
    boolean crossed = groups.values().stream().allMatch(group -> group.keySet().equals(levels));
    return Optional.of(
        crossed
            ? crossed(new ArrayList<>(groups.values()), levels, squares)
            // Something in between: no more is sure than what the levels alone would say.
            : exact(variance, Math.min(freedom, levels.size() - 1), n));
  }

  /** Of the usual sum of squares over its degrees of freedom. */
  static VarianceEstimate exact(double variance, double freedom, int n) {
    return new VarianceEstimate(
        variance,
        freedom,
        n,
        new Interval(
            Math.sqrt(variance * (1 - below(freedom))),
            Math.sqrt(variance * (1 + above(freedom)))));
  }

  /** How far below an estimate of 1 the lower end of its interval lies. */
  private static double below(double freedom) {
    return 1 - freedom / new ChiSquaredDistribution(freedom).inverseCumulativeProbability(0.975);
  }

  private static double above(double freedom) {
    return freedom / new ChiSquaredDistribution(freedom).inverseCumulativeProbability(0.025) - 1;
  }

  /** A mean of two mean squares: that of the levels, and that of levels within groups. */
  private static VarianceEstimate crossed(
      List<Map<String, Double>> groups, Set<String> levels, double within) {
    int g = groups.size();
    double[] means = new double[levels.size()];
    int i = 0;
    for (String level : levels) {
      means[i++] = groups.stream().mapToDouble(group -> group.get(level)).average().orElseThrow();
    }
    double ownFreedom = means.length - 1.0;
    double restFreedom = ownFreedom * (g - 1);
    double own = squares(means) / ownFreedom;
    double rest = Math.max(0, within - g * squares(means)) / (ownFreedom * g);
    double sum = own + rest;
    double freedom =
        sum == 0 ? ownFreedom : sum * sum / (own * own / ownFreedom + rest * rest / restFreedom);
    double low = sum - Math.hypot(own * below(ownFreedom), rest * below(restFreedom));
    double high = sum + Math.hypot(own * above(ownFreedom), rest * above(restFreedom));
    return new VarianceEstimate(
        sum, freedom, g * means.length, new Interval(Math.sqrt(Math.max(0, low)), Math.sqrt(high)));
  }

  private static double squares(double... values) {
    return StatUtils.variance(values) * (values.length - 1);
  }

  public double sd() {
    return Math.sqrt(variance);
  }

  /**
   * The 95 % interval of the share that this has of another variance, measured by other numbers; it
   * may reach above 1.
   */
  public Interval share(VarianceEstimate whole) {
    double ratio = variance / whole.variance;
    FDistribution f = new FDistribution(freedom, whole.freedom);
    return new Interval(
        ratio / f.inverseCumulativeProbability(0.975),
        ratio / f.inverseCumulativeProbability(0.025));
  }
}
