package dev.epochal.registry;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.folder.AtomicFile;
import dev.epochal.registry.folder.FileTrouble;
import dev.epochal.registry.folder.SignOfLife;
import java.io.IOException;
import java.time.Instant;

/** What becomes of a sweep whose process went without a word. */
final class SweepRepair {
  private SweepRepair() {}

  /** The record of the sweep as CRASHED, ended when it last wrote. */
  static SweepRecord crashed(SweepFolder folder, SweepRecord record) throws IOException {
    AtomicFile.sweep(folder.path());
    return record.over(
        RunStatus.CRASHED, LostProcess.gone(record.process()), SignOfLife.last(folder));
  }

  /**
   * A sweep as it looks from here: CRASHED when it is of another host, none of its trials goes on,
   * and it has not written for long. A guess: the folder stays as it is.
   *
   * @return {@code record} itself, unless there is something to guess
   */
  static SweepRecord seen(Sql sql, SweepFolder folder, SweepRecord record) throws IOException {
    if (record.status().isOver()
        || !SignOfLife.isMissing(folder, record, Instant.now())
        || hasLivingTrials(sql, record.id())) {
      return record;
    }
    return record.over(
        RunStatus.CRASHED, LostProcess.silent(record.process(), SignOfLife.last(folder)), null);
  }

  /** The record that a sweep's folder has, as it looks from here. */
  static SweepRecord seen(Sql sql, SweepFolder folder) {
    try {
      return seen(sql, folder, Json.read(folder.record(), SweepRecord.class));
    } catch (IOException e) {
      throw new EpochalException("cannot read " + folder.path() + ": " + FileTrouble.why(e), e);
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
}
