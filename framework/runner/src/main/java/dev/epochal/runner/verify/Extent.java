package dev.epochal.runner.verify;

import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;

/**
 * How far a run is done again: as far as it went, or as far as was asked for.
 *
 * @param epochs complete ones
 * @param updates at least; those of an epoch that did not become complete with them
 * @param whole whether that is all that the run did
 */
record Extent(int epochs, int updates, boolean whole) {
  /**
   * That of a run.
   *
   * @param most epochs that are asked for
   */
  static Extent of(RecordedHistory history, int most) {
    return most < history.lastEpoch()
        ? new Extent(most, 0, false)
        : new Extent(history.lastEpoch(), history.updates(), true);
  }

  /** Whether training has come there. */
  boolean isReached(int epochsDone, long updatesDone) {
    return epochsDone >= epochs && updatesDone >= updates;
  }

  /**
   * Whether the models that the run left are of this point: one that was found dead left them at
   * some other.
   */
  boolean hasModels(RunRecord run) {
    boolean settled = run.status() != RunStatus.CRASHED && run.recordingErrors().isEmpty();
    return whole && (run.status() == RunStatus.FINISHED || settled);
  }
}
