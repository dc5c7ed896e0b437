package dev.epochal.cli;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import dev.epochal.runner.Workplace;

/** What a command answers that executed a run. */
record RunResult(RunRecord run, Workplace workplace) {

  /** Prints the run's object if it is asked for; the exit code. */
  int answer(Console console, boolean json, StopSignal stop) {
    if (json) {
      console.print(RunJson.pretty(detail(console)));
    }
    if (run.status() == RunStatus.FAILED) {
      return 1;
    }
    // Also when all was done when it came: whoever runs several wants none of the others.
    return stop.requested() ? StopSignal.INTERRUPTED : 0;
  }

  /** The run is over, whatever became of the registry meanwhile. */
  private RunDetail detail(Console console) {
    try {
      return workplace.registry(console::say).show(run.id());
    } catch (EpochalException e) {
      return Registry.withoutRegistry(workplace.runs(), run);
    }
  }
}
