package dev.epochal.runner.compare;

import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Goal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A metric and what it is of each run.
 *
 * @param goal null where neither way is better
 * @param values in the order of the runs, the reference first; null where a run has none
 * @param best which of the finished runs have the best finite value: several where they tie; none
 *     of fewer than two. A run that broke off is no faster for that
 */
public record MetricRow(
    String metric, @Nullable Goal goal, List<@Nullable Double> values, List<Integer> best) {
  public MetricRow {
    values = Collections.unmodifiableList(new ArrayList<>(values));
    best = List.copyOf(best);
  }

  static MetricRow of(String metric, List<@Nullable Double> values, List<RunStatus> statuses) {
    Optional<Goal> goal = Goal.of(metric);
    return new MetricRow(
        metric,
        goal.orElse(null),
        values,
        goal.map(g -> best(g, values, statuses)).orElse(List.of()));
  }

  private static List<Integer> best(
      Goal goal, List<@Nullable Double> values, List<RunStatus> statuses) {
    List<Integer> best = new ArrayList<>();
    int finite = 0;
    for (int i = 0; i < values.size(); i++) {
      Double value = values.get(i);
      if (value == null || !Double.isFinite(value) || statuses.get(i) != RunStatus.FINISHED) {
        continue;
      }
      finite++;
      double leader = best.isEmpty() ? value : number(values, best.get(0));
      if (best.isEmpty() || value == leader) {
        best.add(i);
      } else if (goal.isBetter(value, leader)) {
        best.clear();
        best.add(i);
      }
    }
    return finite < 2 ? List.of() : best;
  }

  private static double number(List<@Nullable Double> values, int run) {
    Double value = values.get(run);
    return value == null ? Double.NaN : value;
  }

  /**
   * A run's value minus the reference's; null where one of them has none, or none that is finite.
   */
  public @Nullable Double delta(int run) {
    double delta = number(values, run) - number(values, 0);
    return Double.isFinite(delta) ? (Double) delta : null;
  }

  /** Whether not all runs have the same. */
  public boolean differs() {
    return values.stream().distinct().count() > 1;
  }
}
