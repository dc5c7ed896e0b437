package dev.epochal.registry;

import dev.epochal.core.run.Series;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Some of a run's histories.
 *
 * @param run the run's id
 * @param metrics every metric that has a history
 * @param histories those that were asked for and are there
 */
public record RunHistory(String run, List<String> metrics, SortedMap<String, Series> histories) {
  public RunHistory {
    metrics = List.copyOf(metrics);
    histories = Collections.unmodifiableSortedMap(new TreeMap<>(histories));
  }

  static RunHistory of(Sql sql, String run, List<String> wanted) {
    SeriesRows rows = new SeriesRows(sql, run);
    return new RunHistory(run, rows.metrics().stream().sorted().toList(), rows.read(wanted));
  }
}
