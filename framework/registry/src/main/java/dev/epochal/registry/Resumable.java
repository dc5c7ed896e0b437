package dev.epochal.registry;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.ProcessDeath;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunRecord;

/** Which runs can be gone on with: those that were stopped, and those whose process died. */
public final class Resumable {
  private Resumable() {}

  /**
   * Lets such a run pass.
   *
   * @throws InvalidInputException saying how it stands with another one, and what can be done
   */
  public static void check(RunRecord run) {
    switch (run.status()) {
      case KILLED, CRASHED -> {}
      case FINISHED ->
          throw refused(
              run, "is FINISHED: there is nothing to go on with", "./run rerun " + run.id());
      case FAILED -> {
        if (!ProcessDeath.isTheReason(run.reason())) {
          throw refused(
              run,
              "FAILED, and would again" + (run.reason() == null ? "" : " (" + run.reason() + ")"),
              "./run rerun " + run.id());
        }
      }
      case SCHEDULED, RUNNING -> {
        ProcessRecord process = run.process();
        throw refused(
            run,
            "goes on in process " + process.pid() + " on " + process.host(),
            "./run stop " + run.id());
      }
    }
  }

  private static InvalidInputException refused(RunRecord run, String why, String remedy) {
    return new InvalidInputException(
        Problem.of("run " + run.name() + " (" + run.id() + ") " + why, remedy));
  }
}
