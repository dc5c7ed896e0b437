package dev.epochal.registry;

import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.Recorded;
import dev.epochal.core.run.RecordedFolder;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.folder.Processes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** What is told of a process that went without a word, be it of a run or of a sweep. */
final class LostProcess {
  private LostProcess() {}

  /** Whether the record says that the run or sweep goes on although its process is gone. */
  static boolean looksDead(Recorded record) {
    return !record.status().isOver() && Processes.isGone(record.process());
  }

  /** Why something CRASHED whose process is gone for certain. */
  static String gone(ProcessRecord process) {
    return "its process (" + process.pid() + " on " + process.host() + ") ended without a word";
  }

  /** Why something seems CRASHED whose process cannot be asked about. */
  static String silent(ProcessRecord process, Instant since) {
    return "no sign of life from host "
        + process.host()
        + " (process "
        + process.pid()
        + ") since "
        + since.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Marks as CRASHED what has a row still, and no folder and no process any more. */
  static void withoutFolder(Sql sql, RecordedFolder folder) {
    String table = folder.kind() + "s";
    boolean gone =
        sql.first(
                "select host, pid, process_started from " + table + " where id = ?",
                row ->
                    Processes.isGone(
                        new ProcessRecord(
                            row.getString(1),
                            row.getLong(2),
                            Objects.requireNonNull(Instants.read(row, "process_started")))),
                folder.id())
            .orElse(false);
    if (gone) {
      sql.update(
          "update " + table + " set status = ?, reason = ? where id = ?",
          RunStatus.CRASHED.name(),
          "its process is gone, and so is its folder",
          folder.id());
    }
  }
}
