package dev.epochal.runner;

import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.run.RunId;
import dev.epochal.core.run.TrialRecord;
import dev.epochal.runner.machine.Machine;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A run that is asked for.
 *
 * @param id the run's
 * @param name the user's name for it; empty for {@code <experiment>-<n>}
 * @param code the folder whose git state is recorded
 * @param stopRequested asked after each update
 * @param trial which trial of which sweep it is; null when it stands alone
 */
public record RunRequest(
    PlannedRun planned,
    String id,
    String name,
    Workplace workplace,
    Machine machine,
    Path code,
    StopWish stopRequested,
    @Nullable TrialRecord trial) {

  /** A run that stands alone, with an id of its own. */
  public RunRequest(
      PlannedRun planned,
      String name,
      Workplace workplace,
      Machine machine,
      Path code,
      StopWish stopRequested) {
    this(planned, RunId.random(), name, workplace, machine, code, stopRequested, null);
  }
}
