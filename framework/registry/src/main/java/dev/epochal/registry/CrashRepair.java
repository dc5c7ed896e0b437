package dev.epochal.registry;

import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.folder.Artifacts;
import dev.epochal.registry.folder.AtomicFile;
import dev.epochal.registry.folder.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What becomes of a run whose process went without a word. */
final class CrashRepair {
  private CrashRepair() {}

  /** Whether the record says that the run goes on although its process is gone. */
  static boolean looksDead(RunRecord record) {
    return !record.status().isOver() && Processes.isGone(record.process());
  }

  /** The record of the run as CRASHED, ended when its journal was last written. */
  static RunRecord crashed(RunFolder folder, RunRecord record) throws IOException {
    List<String> errors = new ArrayList<>(record.recordingErrors());
    List<ArtifactRecord> artifacts = List.of();
    try {
      AtomicFile.deleteTemporaries(folder.path());
      artifacts = Artifacts.in(folder);
    } catch (IOException e) {
      errors.add("list of artifacts: " + e);
    }
    return record.over(
        RunStatus.CRASHED,
        "process " + record.process().pid() + " on " + record.process().host() + " is gone",
        lastSign(folder),
        record.metrics(),
        artifacts,
        errors);
  }

  /** Marks a run as CRASHED whose folder was deleted and whose process is gone. */
  static void withoutFolder(Sql sql, String id) {
    boolean gone =
        sql.first(
                "select host, pid, process_started from runs where id = ?",
                row ->
                    Processes.isGone(
                        new ProcessRecord(
                            row.getString(1),
                            row.getLong(2),
                            Objects.requireNonNull(Instants.read(row, "process_started")))),
                id)
            .orElse(false);
    if (gone) {
      sql.update(
          "update runs set status = ?, reason = ? where id = ?",
          RunStatus.CRASHED.name(),
          "its process is gone, and so is its folder",
          id);
    }
  }

  private static Instant lastSign(RunFolder folder) throws IOException {
    Path file = Files.exists(folder.journal()) ? folder.journal() : folder.record();
    return Files.getLastModifiedTime(file).toInstant();
  }
}
