package dev.epochal.registry;

import dev.epochal.core.json.Json;
import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunRecord;
import dev.epochal.registry.folder.Artifacts;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** A run's record as rows, in place of those that were there; histories are left alone. */
final class RecordRows {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  private static final String INSERT =
      """
      insert into runs (id, name, experiment, status, seed, plan_sha256, started, ended, reason,
        host, pid, process_started, dataset_requested, dataset_used, dataset_reason, dataset,
        environment, recording_errors, record_sha256, journal_bytes)
      values (:id, :name, :experiment, :status, :seed, :planSha256, :started, :ended, :reason,
        :host, :pid, :processStarted, :datasetRequested, :datasetUsed, :datasetReason, :dataset,
        :environment, :recordingErrors, :recordSha256, 0)
      """;

  private static final String UPDATE =
      """
      update runs set name = :name, experiment = :experiment, status = :status, seed = :seed,
        plan_sha256 = :planSha256, started = :started, ended = :ended, reason = :reason,
        host = :host, pid = :pid, process_started = :processStarted,
        dataset_requested = :datasetRequested, dataset_used = :datasetUsed,
        dataset_reason = :datasetReason, dataset = :dataset, environment = :environment,
        recording_errors = :recordingErrors, record_sha256 = :recordSha256
      where id = :id
      """;

  private RecordRows() {}

  static void replace(
      Handle handle, RunRecord run, String recordSha256, @Nullable String environment) {
    if (write(handle, UPDATE, run, recordSha256, environment) == 0) {
      write(handle, INSERT, run, recordSha256, environment);
    }
    for (String table : List.of("params", "metrics", "tags", "artifacts", "splits")) {
      handle.execute("delete from " + table + " where run_id = ?", run.id());
    }
    params(handle, run);
    metrics(handle, run);
    tags(handle, run);
    artifacts(handle, run);
    splits(handle, run);
  }

  private static int write(
      Handle handle, String sql, RunRecord run, String recordSha256, @Nullable String environment) {
    DatasetRecord data = run.dataset();
    return handle
        .createUpdate(sql)
        .bind("id", run.id())
        .bind("name", run.name())
        .bind("experiment", run.experiment())
        .bind("status", run.status().name())
        .bind("seed", run.seed())
        .bind("planSha256", run.planSha256())
        .bind("started", Instants.column(run.started()))
        .bind("ended", Instants.column(run.ended()))
        .bind("reason", run.reason())
        .bind("host", run.process().host())
        .bind("pid", run.process().pid())
        .bind("processStarted", Instants.column(run.process().started()))
        .bind("datasetRequested", data == null ? null : data.requested())
        .bind("datasetUsed", data == null ? null : data.used())
        .bind("datasetReason", data == null ? null : data.reason())
        .bind("dataset", data == null ? null : Json.line(data))
        .bind("environment", environment)
        .bind("recordingErrors", Json.line(run.recordingErrors()))
        .bind("recordSha256", recordSha256)
        .execute();
  }

  private static void params(Handle handle, RunRecord run) {
    PreparedBatch batch =
        handle.prepareBatch("insert into params (run_id, name, text, number) values (?, ?, ?, ?)");
    for (Map.Entry<String, String> param : run.params().entrySet()) {
      batch.add(run.id(), param.getKey(), param.getValue(), number(param.getValue()));
    }
    execute(batch);
  }

  private static @Nullable Double number(String text) {
    return NUMBER.matcher(text).matches() ? Double.valueOf(text) : null;
  }

  private static void metrics(Handle handle, RunRecord run) {
    PreparedBatch batch =
        handle.prepareBatch("insert into metrics (run_id, name, number) values (?, ?, ?)");
    run.metrics().forEach((name, value) -> batch.add(run.id(), name, value));
    execute(batch);
  }

  private static void tags(Handle handle, RunRecord run) {
    PreparedBatch batch =
        handle.prepareBatch("insert into tags (run_id, name, text) values (?, ?, ?)");
    run.tags().forEach((name, text) -> batch.add(run.id(), name, text));
    execute(batch);
  }

  /** Names that lead out of the run folder are left out: a record may come from elsewhere. */
  private static void artifacts(Handle handle, RunRecord run) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into artifacts (run_id, name, kind, bytes, sha256) values (?, ?, ?, ?, ?)");
    for (ArtifactRecord artifact : run.artifacts()) {
      if (Artifacts.isSafeName(artifact.name())) {
        batch.add(run.id(), artifact.name(), artifact.kind(), artifact.bytes(), artifact.sha256());
      }
    }
    execute(batch);
  }

  private static void splits(Handle handle, RunRecord run) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into splits (run_id, split, images, sha256) values (?, ?, ?, ?)");
    if (run.dataset() != null) {
      run.dataset()
          .splits()
          .forEach((split, of) -> batch.add(run.id(), split, of.n(), of.sha256()));
    }
    execute(batch);
  }

  /** An empty batch is refused by the library. */
  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
    batch.close();
  }
}
