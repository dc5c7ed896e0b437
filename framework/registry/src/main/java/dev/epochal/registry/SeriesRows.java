package dev.epochal.registry;

import dev.epochal.core.run.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The histories of a run as rows: each in blocks of points, of which all but the last are full. */
final class SeriesRows {
  private final Sql sql;
  private final String run;

  SeriesRows(Sql sql, String run) {
    this.sql = sql;
    this.run = run;
  }

  /** Every history of the run. */
  SortedMap<String, Series> read() {
    return read("", List.of());
  }

  /** The histories of these metrics, where the run has them. */
  SortedMap<String, Series> read(List<String> metrics) {
    return metrics.isEmpty()
        ? new TreeMap<>()
        : read(" and metric in (?" + ", ?".repeat(metrics.size() - 1) + ")", metrics);
  }

  private SortedMap<String, Series> read(String condition, List<String> metrics) {
    List<Object> arguments = new ArrayList<>(List.of(run));
    arguments.addAll(metrics);
    SortedMap<String, Points> byMetric = new TreeMap<>();
    sql.each(
        "select metric, points from series where run_id = ?"
            + condition
            + " order by run_id, metric, part",
        row ->
            byMetric
                .computeIfAbsent(row.getString(1), metric -> new Points())
                .add(PointBlock.decode(row.getBytes(2))),
        arguments.toArray());
    SortedMap<String, Series> histories = new TreeMap<>();
    byMetric.forEach((metric, points) -> histories.put(metric, points.series()));
    return histories;
  }

  /** Goes on with histories, none of them empty, each from its first step on. */
  void append(Map<String, Points> histories) {
    Map<String, Integer> lastParts = new HashMap<>();
    sql.each(
        "select metric, max(part) from series where run_id = ? group by metric",
        row -> lastParts.put(row.getString(1), row.getInt(2)),
        run);
    List<Object[]> rows = new ArrayList<>();
    histories.forEach(
        (metric, points) -> {
          boolean isNew = !lastParts.containsKey(metric);
          rows.addAll(isNew ? blocks(metric, 0, points) : goneOnWith(metric, points));
        });
    insert(rows);
  }

  /** The metrics that have a history. */
  List<String> metrics() {
    return sql.list(
        "select distinct metric from series where run_id = ?", row -> row.getString(1), run);
  }

  /** Forgets what a history tells after a step. */
  void cut(String metric, long last) {
    sql.update(
        "delete from series where run_id = ? and metric = ? and first_step > ?", run, metric, last);
    Tail tail = tail(metric);
    Points kept = new Points();
    kept.add(tail.series());
    kept.cut(last + 1);
    if (kept.size() < tail.series().size()) {
      insert(inPlaceOf(tail, metric, kept));
    }
  }

  private void insert(List<Object[]> rows) {
    sql.batch(
        "insert into series (run_id, metric, part, first_step, points) values (?, ?, ?, ?, ?)",
        rows);
  }

  private record Tail(int part, Series series) {}

  /** The blocks that take the place of the last one, unless that is full. */
  private List<Object[]> goneOnWith(String metric, Points points) {
    sql.update(
        "delete from series where run_id = ? and metric = ? and first_step >= ?",
        run,
        metric,
        points.first());
    Tail tail = tail(metric);
    Points all = new Points();
    all.add(tail.series());
    all.cut(points.first());
    if (all.size() == PointBlock.MOST) {
      return blocks(metric, tail.part() + 1, points);
    }
    all.add(points.series());
    return inPlaceOf(tail, metric, all);
  }

  /** The last block; an empty one when there is none. */
  private Tail tail(String metric) {
    return sql.first(
            "select part, points from series where run_id = ? and metric = ?"
                + " order by part desc limit 1",
            row -> new Tail(row.getInt(1), PointBlock.decode(row.getBytes(2))),
            run,
            metric)
        .orElse(new Tail(0, Series.EMPTY));
  }

  private List<Object[]> inPlaceOf(Tail tail, String metric, Points points) {
    sql.update(
        "delete from series where run_id = ? and metric = ? and part = ?",
        run,
        metric,
        tail.part());
    return blocks(metric, tail.part(), points);
  }

  private List<Object[]> blocks(String metric, int firstPart, Points points) {
    List<Object[]> rows = new ArrayList<>();
    int part = firstPart;
    for (int from = 0; from < points.size(); from += PointBlock.MOST) {
      Series block = points.series(from, Math.min(from + PointBlock.MOST, points.size()));
      rows.add(new Object[] {run, metric, part++, block.steps()[0], PointBlock.encode(block)});
    }
    return rows;
  }
}
