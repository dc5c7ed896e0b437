package dev.epochal.registry;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.folder.AtomicFile;
import dev.epochal.registry.folder.FileTrouble;
import dev.epochal.registry.folder.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** What becomes of a sweep whose process went without a word; see {@link CrashRepair}. */
final class SweepRepair {
  /** A disk that hangs, clocks that differ, a trial that starts. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Of the sweep's age: who has trained for a day may take a quarter of an hour to begin anew. */
  private static final int PART = 100;

  private SweepRepair() {}

  /** Whether the record says that the sweep goes on although its process is gone. */
  static boolean looksDead(SweepRecord record) {
    return !record.status().isOver() && Processes.isGone(record.process());
  }

  /** The record of the sweep as CRASHED, ended when it last wrote. */
  static SweepRecord crashed(SweepFolder folder, SweepRecord record) throws IOException {
    AtomicFile.sweep(folder.path());
    return record.over(
        RunStatus.CRASHED, said(record.process()) + " ended without a word", lastSign(folder));
  }

  /**
   * A sweep as it looks from here: CRASHED when it is of another host, none of its trials goes on,
   * and it has not written for long. A guess: the folder stays as it is.
   *
   * @return {@code record} itself, unless there is something to guess
   */
  static SweepRecord seen(Sql sql, SweepFolder folder, SweepRecord record) throws IOException {
    if (record.status().isOver() || Processes.isHere(record.process())) {
      return record;
    }
    Instant last = lastSign(folder);
    Duration age = Duration.between(record.started(), Instant.now());
    boolean silent =
        Duration.between(last, Instant.now()).compareTo(PATIENCE.plus(age.dividedBy(PART))) > 0;
    return silent && !hasLivingTrials(sql, record.id())
        ? record.over(
            RunStatus.CRASHED,
            "no sign of life from host "
                + record.process().host()
                + " (process "
                + record.process().pid()
                + ") since "
                + last.truncatedTo(ChronoUnit.SECONDS),
            null)
        : record;
  }

  /** The record that a sweep's folder has, as it looks from here. */
  static SweepRecord seen(Sql sql, SweepFolder folder) {
    try {
      return seen(sql, folder, Json.read(folder.record(), SweepRecord.class));
    } catch (IOException e) {
      throw new EpochalException("cannot read " + folder.path() + ": " + FileTrouble.why(e), e);
    }
  }

  /** Marks a sweep as CRASHED whose folder was deleted and whose process is gone. */
  static void withoutFolder(Sql sql, String id) {
    boolean gone =
        sql.first(
                "select host, pid, process_started from sweeps where id = ?",
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
          "update sweeps set status = ?, reason = ? where id = ?",
          RunStatus.CRASHED.name(),
          "its process is gone, and so is its folder",
          id);
    }
  }

  private static boolean hasLivingTrials(Sql sql, String id) {
    return sql.first(
            "select 1 from trials join runs on runs.id = run_id"
                + " where sweep_id = ? and status in ('SCHEDULED', 'RUNNING') limit 1",
            row -> true,
            id)
        .orElse(false);
  }

  private static Instant lastSign(SweepFolder folder) throws IOException {
    Path file = Files.exists(folder.trials()) ? folder.trials() : folder.record();
    return Files.getLastModifiedTime(file).toInstant();
  }

  private static String said(ProcessRecord process) {
    return "its process (" + process.pid() + " on " + process.host() + ")";
  }
}
