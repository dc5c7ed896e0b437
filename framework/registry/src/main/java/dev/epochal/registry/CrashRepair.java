package dev.epochal.registry;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.folder.Artifacts;
import dev.epochal.registry.folder.AtomicFile;
import dev.epochal.registry.folder.FileTrouble;
import dev.epochal.registry.folder.SignOfLife;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a run whose process went without a word. */
final class CrashRepair {
  private CrashRepair() {}

  /** The record of the run as CRASHED, ended when its journal was last written. */
  static RunRecord crashed(RunFolder folder, RunRecord record) throws IOException {
    AtomicFile.sweep(folder.path());
    List<String> errors = new ArrayList<>(record.recordingErrors());
    List<ArtifactRecord> artifacts = List.of();
    try {
      artifacts = Artifacts.in(folder);
    } catch (IOException e) {
      errors.add("list of artifacts: " + e);
    }
    return record.over(
        RunStatus.CRASHED,
        LostProcess.gone(record.process()),
        SignOfLife.last(folder),
        record.metrics(),
        artifacts,
        errors);
  }

  /**
   * A run as it looks from here: CRASHED when it is of another host and gives no sign of life. That
   * is a guess: nobody knows when it ended, and its folder stays as it is, so that the record which
   * it may write yet is the one that counts.
   *
   * @return {@code record} itself, unless there is something to guess
   */
  static RunRecord seen(RunFolder folder, RunRecord record) throws IOException {
    if (record.status().isOver() || !SignOfLife.isMissing(folder, record, Instant.now())) {
      return record;
    }
    return record.over(
        RunStatus.CRASHED,
        LostProcess.silent(record.process(), SignOfLife.last(folder)),
        null,
        record.metrics(),
        record.artifacts(),
        record.recordingErrors());
  }

  /** The record that a run's folder has, as it looks from here. */
  static RunRecord seen(RunFolder folder) {
    try {
      return seen(folder, Json.read(folder.record(), RunRecord.class));
    } catch (IOException e) {
      throw new EpochalException("cannot read " + folder.path() + ": " + FileTrouble.why(e), e);
    }
  }
}
