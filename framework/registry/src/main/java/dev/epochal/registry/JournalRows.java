package dev.epochal.registry;

import dev.epochal.core.run.JournalEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Entries of a run's journal as rows. An entry that goes back in time, as after a resume, takes the
 * place of everything from its step on.
 */
final class JournalRows {
  private static final String UPDATES = "iteration.loss";

  private final SortedMap<String, SortedMap<Long, Double>> series = new TreeMap<>();
  private final SortedMap<Integer, JournalEntry.Epoch> epochs = new TreeMap<>();
  private final Map<String, Long> first = new HashMap<>();

  static void append(Sql sql, String run, Collection<JournalEntry> entries) {
    JournalRows rows = new JournalRows();
    for (JournalEntry entry : entries) {
      if (entry instanceof JournalEntry.Resumed resumed) {
        rows.write(sql, run);
        rows = new JournalRows();
        cut(sql, run, resumed);
      } else {
        rows.take(entry);
      }
    }
    rows.write(sql, run);
  }

  private void take(JournalEntry entry) {
    if (entry instanceof JournalEntry.Update update) {
      point(UPDATES, update.update(), update.loss());
    } else if (entry instanceof JournalEntry.Epoch epoch) {
      epochs.tailMap(epoch.epoch()).clear();
      epochs.put(epoch.epoch(), epoch);
      epoch.metrics().forEach((name, value) -> point(name, epoch.epoch(), value));
    } else if (entry instanceof JournalEntry.SystemSample sample) {
      sample.metrics().forEach((name, value) -> point(name, sample.second(), value));
    }
  }

  /** What came after the point where another process goes on is made again. */
  private static void cut(Sql sql, String run, JournalEntry.Resumed resumed) {
    sql.update(
        "delete from history where run_id = ? and metric = ? and step > ?",
        run,
        UPDATES,
        resumed.updates());
    sql.update(
        "delete from history where run_id = ? and metric <> ? and metric not like 'system.%'"
            + " and step > ?",
        run, UPDATES, resumed.epochs());
    sql.update("delete from epochs where run_id = ? and epoch > ?", run, resumed.epochs());
  }

  private void write(Sql sql, String run) {
    writeSeries(sql, run);
    writeEpochs(sql, run);
  }

  private void point(String metric, long step, double value) {
    first.merge(metric, step, Math::min);
    SortedMap<Long, Double> points = series.computeIfAbsent(metric, name -> new TreeMap<>());
    if (!points.isEmpty() && points.lastKey() >= step) {
      points.tailMap(step).clear();
    }
    points.put(step, value);
  }

  private void writeSeries(Sql sql, String run) {
    first.forEach(
        (metric, step) ->
            sql.update(
                "delete from history where run_id = ? and metric = ? and step >= ?",
                run,
                metric,
                step));
    List<Object[]> rows = new ArrayList<>();
    series.forEach(
        (metric, points) ->
            points.forEach((step, value) -> rows.add(new Object[] {run, metric, step, value})));
    sql.batch("insert into history (run_id, metric, step, number) values (?, ?, ?, ?)", rows);
  }

  private void writeEpochs(Sql sql, String run) {
    if (epochs.isEmpty()) {
      return;
    }
    sql.update("delete from epochs where run_id = ? and epoch >= ?", run, epochs.firstKey());
    List<Object[]> rows = new ArrayList<>();
    for (JournalEntry.Epoch epoch : epochs.values()) {
      rows.add(new Object[] {run, epoch.epoch(), Instants.column(epoch.at()), epoch.parameters()});
    }
    sql.batch(
        "insert into epochs (run_id, epoch, ended, parameters_sha256) values (?, ?, ?, ?)", rows);
  }
}
