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
 */
public record VarianceEstimate(double variance, double freedom, int n) {

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
      return Optional.of(new VarianceEstimate(variance, freedom, n));
    }
    boolean crossed = groups.values().stream().allMatch(group -> group.keySet().equals(levels));
    return Optional.of(
        new VarianceEstimate(
            variance,
            crossed
                ? satterthwaite(new ArrayList<>(groups.values()), levels, squares)
                : Math.min(freedom, levels.size() - 1),
            n));
  }

  /** Of the mean of two mean squares: that of the levels, and that of levels within groups. */
  private static double satterthwaite(
      List<Map<String, Double>> groups, Set<String> levels, double within) {
    int g = groups.size();
    double[] means = new double[levels.size()];
    int i = 0;
    for (String level : levels) {
      means[i++] = groups.stream().mapToDouble(group -> group.get(level)).average().orElseThrow();
    }
    double own = squares(means) / (means.length - 1);
    double rest = Math.max(0, within - g * squares(means)) / ((means.length - 1.0) * g);
    double sum = own + rest;
    return sum == 0
        ? means.length - 1
        : sum
            * sum
            / (own * own / (means.length - 1) + rest * rest / ((means.length - 1.0) * (g - 1)));
  }

  private static double squares(double... values) {
    return StatUtils.variance(values) * (values.length - 1);
  }

  public double sd() {
    return Math.sqrt(variance);
  }

  /** The 95 % interval of the standard deviation, for normally distributed numbers. */
  public Interval interval() {
    ChiSquaredDistribution chi = new ChiSquaredDistribution(freedom);
    return new Interval(
        sd() * Math.sqrt(freedom / chi.inverseCumulativeProbability(0.975)),
        sd() * Math.sqrt(freedom / chi.inverseCumulativeProbability(0.025)));
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
