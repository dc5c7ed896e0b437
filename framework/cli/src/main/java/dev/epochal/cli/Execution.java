package dev.epochal.cli;

import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import dev.epochal.runner.RecordedPlan;
import dev.epochal.runner.ResumeRequest;
import dev.epochal.runner.RunExecutor;
import dev.epochal.runner.RunRequest;
import dev.epochal.runner.Workplace;
import dev.epochal.runner.machine.Machine;
import dev.epochal.runner.machine.RunEnvironment;
import java.util.Map;

/** A run that a command executes and shows, to its exit code. */
final class Execution {
  private final Workplace workplace;
  private final Console console;
  private final StopSignal stop;

  Execution(Workplace workplace, Console console, StopSignal stop) {
    this.workplace = workplace;
    this.console = console;
    this.stop = stop;
  }

  /** Executes a plan that was made of a spec, to its end. */
  int of(PlannedRun planned, String name, boolean json) {
    return execute(planned, name, json, Map.of());
  }

  /** Executes a recorded plan, to its end. */
  int of(RecordedPlan recorded, String name, boolean json) {
    return execute(recorded.planned(), name, json, RunEnvironment.read(recorded.folder()));
  }

  /** Goes on with a run that was stopped or found dead, to its end. */
  int goOn(RecordedPlan recorded, boolean json) {
    try (RunDisplay display =
        new RunDisplay(console, stop, RunEnvironment.read(recorded.folder()))) {
      ResumeRequest request =
          new ResumeRequest(
              recorded, workplace, Machine.here(), CommonOptions.home(), stop::requested);
      return answer(new RunExecutor(display).resume(request), json);
    }
  }

  /**
   * @param name the user's; empty for {@code <experiment>-<n>}
   * @param json whether the run's record is printed, as {@code show --json} does
   * @param before the environment of the run that is done again; empty for none
   */
  private int execute(PlannedRun planned, String name, boolean json, Map<String, String> before) {
    try (RunDisplay display = new RunDisplay(console, stop, before)) {
      RunRequest request =
          new RunRequest(
              planned, name, workplace, Machine.here(), CommonOptions.home(), stop::requested);
      return answer(new RunExecutor(display).execute(request), json);
    }
  }

  /** Prints the run's object if it is asked for; the exit code. */
  private int answer(RunRecord run, boolean json) {
    if (json) {
      console.print(RunJson.pretty(detail(run)));
    }
    if (run.status() == RunStatus.FAILED) {
      return 1;
    }
    // Also when all was done when it came: whoever runs several wants none of the others.
    return stop.requested() || run.status() == RunStatus.KILLED ? StopSignal.INTERRUPTED : 0;
  }

  /** The run is over, whatever became of the registry meanwhile. */
  private RunDetail detail(RunRecord run) {
    try {
      return workplace.registry(console::say).show(run.id());
    } catch (EpochalException e) {
      return Registry.withoutRegistry(workplace.runs(), run);
    }
  }
}
