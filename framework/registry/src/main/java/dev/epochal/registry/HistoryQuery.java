package dev.epochal.registry;

import dev.epochal.core.run.Series;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Some histories of many runs at once. */
final class HistoryQuery {
  private static final int RUNS_AT_ONCE = 200;

  private HistoryQuery() {}

  /** By run and metric; runs that have none of the metrics are not there. */
  static Map<String, SortedMap<String, Series>> of(
      Sql sql, List<String> runs, Collection<String> metrics) {
    Map<String, SortedMap<String, Points>> points = new HashMap<>();
    for (int from = 0; from < runs.size() && !metrics.isEmpty(); from += RUNS_AT_ONCE) {
      List<String> some = runs.subList(from, Math.min(runs.size(), from + RUNS_AT_ONCE));
      List<String> arguments = new ArrayList<>(some);
      arguments.addAll(metrics);
      sql.each(
          "select run_id, metric, points from series where run_id in (%s) and metric in (%s)"
                  .formatted(marks(some.size()), marks(metrics.size()))
              + " order by run_id, metric, part",
          row ->
              points
                  .computeIfAbsent(row.getString(1), run -> new TreeMap<>())
                  .computeIfAbsent(row.getString(2), metric -> new Points())
                  .add(PointBlock.decode(row.getBytes(3))),
          arguments.toArray());
    }
    Map<String, SortedMap<String, Series>> histories = new HashMap<>();
    points.forEach(
        (run, byMetric) -> {
          SortedMap<String, Series> series = new TreeMap<>();
          byMetric.forEach((metric, all) -> series.put(metric, all.series()));
          histories.put(run, series);
        });
    return histories;
  }

  private static String marks(int n) {
    return "?" + ", ?".repeat(n - 1);
  }
}
