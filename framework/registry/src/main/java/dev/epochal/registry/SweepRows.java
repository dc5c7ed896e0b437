package dev.epochal.registry;

import dev.epochal.core.json.Json;
import dev.epochal.core.run.Annotations;
import dev.epochal.core.run.Note;
import dev.epochal.core.sweep.SweepEntry;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sweep as rows. */
final class SweepRows {
  private final Sql sql;
  private final String sweep;

  SweepRows(Sql sql, String sweep) {
    this.sql = sql;
    this.sweep = sweep;
  }

  /** Its record and what people added, in place of the rows that were there; trials stay. */
  void record(
      SweepRecord record,
      SweepFolder folder,
      String recordSha256,
      Annotations annotations,
      String annotationsSha256) {
    Map<String, @Nullable Object> columns = columns(record);
    columns.put("name", annotations.name() == null ? record.name() : annotations.name());
    columns.put("folder", folder.path().toAbsolutePath().toString());
    columns.put("deleted", Instants.column(annotations.deleted()));
    columns.put("notes", notes(annotations.notes()));
    columns.put("record_sha256", recordSha256);
    columns.put("annotations_sha256", annotationsSha256);
    sql.put("sweeps", sweep, columns, "trials_bytes");
    document(Json.line(record));
  }

  private static Map<String, @Nullable Object> columns(SweepRecord record) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("experiment", record.experiment());
    columns.put("status", record.status().name());
    columns.put("method", record.plan().method().name());
    columns.put("started", Instants.column(record.started()));
    columns.put("ended", Instants.column(record.ended()));
    columns.put("reason", record.reason());
    columns.put("planned", record.plan().search().trials());
    columns.put("metric", record.plan().metric());
    columns.put("goal", record.plan().goal().name());
    columns.put("host", record.process().host());
    columns.put("pid", record.process().pid());
    columns.put("process_started", Instants.column(record.process().started()));
    return columns;
  }

  /** The last ones: cut off they would be no document. */
  private static String notes(List<Note> all) {
    String json = Json.line(all);
    return json.length() <= Sql.LONGEST_TEXT
        ? json
        : notes(all.subList((all.size() + 1) / 2, all.size()));
  }

  private void document(String json) {
    sql.update("delete from sweep_records where sweep_id = ?", sweep);
    List<Object[]> parts = new ArrayList<>();
    for (int from = 0; from < json.length(); from += Sql.LONGEST_TEXT) {
      int to = Math.min(from + Sql.LONGEST_TEXT, json.length());
      parts.add(new Object[] {sweep, parts.size(), json.substring(from, to)});
    }
    sql.batch("insert into sweep_records (sweep_id, part, text) values (?, ?, ?)", parts);
  }

  /** What further lines say, in their order. */
  void trials(List<SweepEntry> entries) {
    for (SweepEntry entry : entries) {
      if (entry instanceof SweepEntry.Assigned assigned) {
        assign(assigned);
      } else if (entry instanceof SweepEntry.Stopped stopped) {
        sql.update(
            "update trials set stopped = ? where sweep_id = ? and number = ? and run_id = ?",
            stopped.reason().replaceFirst(",$", ""), // it may go on with how far the trial came
            sweep,
            stopped.number(),
            stopped.run());
      } else if (entry instanceof SweepEntry.Broken broken) {
        sql.update(
            "update trials set broken = ? where sweep_id = ? and number = ? and run_id = ?",
            broken.reason(),
            sweep,
            broken.number(),
            broken.run());
      } else if (entry instanceof SweepEntry.Selected selected) {
        sql.update(
            "update trials set selected = (number = ? and run_id = ?) where sweep_id = ?",
            selected.number(),
            selected.run(),
            sweep);
      }
    }
  }

  private void assign(SweepEntry.Assigned assigned) {
    sql.update("delete from trials where sweep_id = ? and number = ?", sweep, assigned.number());
    sql.update(
        "insert into trials (sweep_id, number, run_id, reused, settings, selected)"
            + " values (?, ?, ?, ?, ?, false)",
        sweep,
        assigned.number(),
        assigned.run(),
        assigned.reused(),
        Json.line(assigned.values()));
  }

  void forgetTrials() {
    sql.update("delete from trials where sweep_id = ?", sweep);
  }

  /** As many bytes of its lines are in the rows. */
  void takenIn(long bytes) {
    sql.update("update sweeps set trials_bytes = ? where id = ?", bytes, sweep);
  }
}
