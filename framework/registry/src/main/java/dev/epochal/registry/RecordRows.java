package dev.epochal.registry;

import dev.epochal.core.json.Json;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.TrialRecord;
import dev.epochal.registry.folder.Artifacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A run's record as rows, in place of those that were there; histories are left alone. */
final class RecordRows {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  private final Sql sql;
  private final RunRecord run;

  private RecordRows(Sql sql, RunRecord run) {
    this.sql = sql;
    this.run = run;
  }

  /**
   * Writes the rows.
   *
   * @param folder where the run lies, absolute
   * @param environment null when the folder has none (any more): that of before is left then
   */
  static void replace(
      Sql sql, RunRecord run, Path folder, String recordSha256, @Nullable String environment) {
    RecordRows rows = new RecordRows(sql, run);
    rows.run(folder, recordSha256);
    rows.documents(environment);
    rows.children();
  }

  /** The list of a run's files alone, in one transaction. */
  static void artifacts(Sql sql, RunRecord run) {
    sql.transaction(() -> new RecordRows(sql, run).artifacts());
  }

  private void run(Path folder, String recordSha256) {
    Map<String, @Nullable Object> columns = columns();
    columns.put("folder", folder.toString());
    columns.put("record_sha256", recordSha256);
    sql.put("runs", run.id(), columns, "journal_bytes");
  }

  private Map<String, @Nullable Object> columns() {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("name", run.name());
    columns.put("experiment", run.experiment());
    columns.put("status", run.status().name());
    columns.put("seed", run.seed());
    columns.put("plan_sha256", run.planSha256());
    columns.put("started", Instants.column(run.started()));
    columns.put("ended", Instants.column(run.ended()));
    columns.put("reason", run.reason());
    columns.put("host", run.process().host());
    columns.put("pid", run.process().pid());
    columns.put("process_started", Instants.column(run.process().started()));
    columns.put("rerun_of", run.rerunOf());
    TrialRecord trial = run.trial();
    columns.put("sweep", trial == null ? null : trial.sweep());
    columns.put("trial", trial == null ? null : trial.number());
    columns.put("recording_errors", recordingErrors());
    DatasetRecord data = run.dataset();
    columns.put("dataset_requested", data == null ? null : data.requested());
    columns.put("dataset_used", data == null ? null : data.used());
    columns.put("dataset_reason", data == null ? null : data.reason());
    return columns;
  }

  private void documents(@Nullable String environment) {
    String dataset = run.dataset() == null ? null : Json.line(run.dataset());
    String trial = run.trial() == null ? null : Json.line(run.trial());
    boolean isNew =
        sql.update(
                "update documents set environment = coalesce(?, environment), dataset = ?,"
                    + " trial = ? where run_id = ?",
                environment,
                dataset,
                trial,
                run.id())
            == 0;
    if (isNew) {
      sql.update(
          "insert into documents (environment, dataset, trial, run_id) values (?, ?, ?, ?)",
          environment,
          dataset,
          trial,
          run.id());
    }
  }

  /** Cut off they would be no document. */
  private String recordingErrors() {
    String all = Json.line(run.recordingErrors());
    return all.length() <= Sql.LONGEST_TEXT
        ? all
        : Json.line(List.of("more than fits here: run.json has them"));
  }

  private void children() {
    children(
        "params (run_id, name, text, number)",
        run.params().entrySet(),
        param ->
            new Object[] {run.id(), param.getKey(), param.getValue(), number(param.getValue())});
    children(
        "metrics (run_id, name, number)",
        run.metrics().entrySet(),
        metric -> new Object[] {run.id(), metric.getKey(), metric.getValue()});
    children(
        "tags (run_id, name, text)",
        run.tags().entrySet(),
        tag -> new Object[] {run.id(), tag.getKey(), tag.getValue()});
    artifacts();
    DatasetRecord data = run.dataset();
    children(
        "splits (run_id, split, images, sha256)",
        data == null ? List.of() : data.splits().entrySet(),
        split ->
            new Object[] {
              run.id(), split.getKey(), split.getValue().n(), split.getValue().sha256()
            });
  }

  private void artifacts() {
    // Names that lead out of the run folder are left out: a record may come from elsewhere.
    children(
        "artifacts (run_id, name, kind, bytes, sha256)",
        run.artifacts().stream().filter(file -> Artifacts.isSafeName(file.name())).toList(),
        file -> new Object[] {run.id(), file.name(), file.kind(), file.bytes(), file.sha256()});
  }

  /**
   * Puts rows in place of those that the run has in a table.
   *
   * @param into the table with its columns, {@code run_id} first
   */
  private <T> void children(String into, Iterable<T> of, Function<T, Object[]> row) {
    sql.update(
        "delete from " + into.substring(0, into.indexOf(' ')) + " where run_id = ?", run.id());
    List<Object[]> rows = new ArrayList<>();
    of.forEach(value -> rows.add(row.apply(value)));
    if (!rows.isEmpty()) {
      String marks = String.join(", ", Collections.nCopies(rows.get(0).length, "?"));
      sql.batch("insert into " + into + " values (" + marks + ")", rows);
    }
  }

  private static @Nullable Double number(String text) {
    return NUMBER.matcher(text).matches() ? Double.valueOf(text) : null;
  }
}
