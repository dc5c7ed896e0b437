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
  private static final String UPDATES = JournalEntry.OF_UPDATES + "loss";

  /** How the names begin of what is counted in seconds, not in steps of training. */
  private static final String MACHINE = "system.";

  private final Map<String, Points> histories = new HashMap<>();
  private final SortedMap<Integer, JournalEntry.Epoch> epochs = new TreeMap<>();

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

  /** What came after the point where another process goes on is made again. */
  private static void cut(Sql sql, String run, JournalEntry.Resumed resumed) {
    SeriesRows histories = new SeriesRows(sql, run);
    for (String metric : histories.metrics()) {
      if (metric.startsWith(JournalEntry.OF_UPDATES)) {
        histories.cut(metric, resumed.updates());
      } else if (!metric.startsWith(MACHINE)) {
        histories.cut(metric, resumed.epochs());
      }
    }
    sql.update("delete from epochs where run_id = ? and epoch > ?", run, resumed.epochs());
  }

  private void take(JournalEntry entry) {
    if (entry instanceof JournalEntry.Update update) {
      point(UPDATES, update.update(), update.loss());
    } else if (entry instanceof JournalEntry.UpdateMetrics some) {
      some.metrics().forEach((name, value) -> point(name, some.update(), value));
    } else if (entry instanceof JournalEntry.Epoch epoch) {
      epochs.tailMap(epoch.epoch()).clear();
      epochs.put(epoch.epoch(), epoch);
      epoch.metrics().forEach((name, value) -> point(name, epoch.epoch(), value));
    } else if (entry instanceof JournalEntry.SystemSample sample) {
      sample.metrics().forEach((name, value) -> point(name, sample.second(), value));
    }
  }

  private void write(Sql sql, String run) {
    if (!histories.isEmpty()) {
      new SeriesRows(sql, run).append(histories);
    }
    writeEpochs(sql, run);
  }

  private void point(String metric, long step, double value) {
    histories.computeIfAbsent(metric, name -> new Points()).add(step, value);
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
