package dev.epochal.registry;

import dev.epochal.core.run.JournalEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Entries of a run's journal as rows. An entry that goes back in time, as after a resume, takes the
 * place of everything from its step on.
 */
final class JournalRows {
  private final SortedMap<String, SortedMap<Long, Double>> series = new TreeMap<>();
  private final SortedMap<Integer, JournalEntry.Epoch> epochs = new TreeMap<>();
  private final Map<String, Long> first = new HashMap<>();

  static void append(Handle handle, String run, Collection<JournalEntry> entries) {
    JournalRows rows = new JournalRows();
    for (JournalEntry entry : entries) {
      if (entry instanceof JournalEntry.Update update) {
        rows.point("iteration.loss", update.update(), update.loss());
      } else if (entry instanceof JournalEntry.Epoch epoch) {
        rows.epochs.tailMap(epoch.epoch()).clear();
        rows.epochs.put(epoch.epoch(), epoch);
        epoch.metrics().forEach((name, value) -> rows.point(name, epoch.epoch(), value));
      }
    }
    rows.writeSeries(handle, run);
    rows.writeEpochs(handle, run);
  }

  private void point(String metric, long step, double value) {
    first.merge(metric, step, Math::min);
    SortedMap<Long, Double> points = series.computeIfAbsent(metric, name -> new TreeMap<>());
    if (!points.isEmpty() && points.lastKey() >= step) {
      points.tailMap(step).clear();
    }
    points.put(step, value);
  }

  private void writeSeries(Handle handle, String run) {
    first.forEach(
        (metric, step) ->
            handle.execute(
                "delete from history where run_id = ? and metric = ? and step >= ?",
                run,
                metric,
                step));
    try (PreparedBatch batch =
        handle.prepareBatch(
            "insert into history (run_id, metric, step, number) values (?, ?, ?, ?)")) {
      for (Map.Entry<String, SortedMap<Long, Double>> one : series.entrySet()) {
        one.getValue().forEach((step, value) -> batch.add(run, one.getKey(), step, value));
      }
      if (batch.size() > 0) {
        batch.execute();
      }
    }
  }

  private void writeEpochs(Handle handle, String run) {
    if (epochs.isEmpty()) {
      return;
    }
    handle.execute("delete from epochs where run_id = ? and epoch >= ?", run, epochs.firstKey());
    try (PreparedBatch batch =
        handle.prepareBatch(
            "insert into epochs (run_id, epoch, ended, parameters_sha256) values (?, ?, ?, ?)")) {
      for (JournalEntry.Epoch epoch : epochs.values()) {
        batch.add(run, epoch.epoch(), Instants.column(epoch.at()), epoch.parameters());
      }
      batch.execute();
    }
  }
}
