package dev.epochal.cli;

import dev.epochal.core.planning.PlannedSweep;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import dev.epochal.registry.SweepDetail;
import dev.epochal.runner.Workplace;
import dev.epochal.runner.machine.Machine;
import dev.epochal.runner.sweep.SweepExecutor;
import dev.epochal.runner.sweep.SweepRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A sweep that a command executes and shows, to its exit code. */
final class SweepExecution {
  private final Workplace workplace;
  private final Console console;
  private final StopSignal stop;

  SweepExecution(Workplace workplace, Console console, StopSignal stop) {
    this.workplace = workplace;
    this.console = console;
    this.stop = stop;
  }

  /** Executes a new sweep to its end. */
  int of(
      PlannedSweep planned,
      String name,
      @Nullable Integer jobs,
      @Nullable Integer threads,
      boolean fresh,
      boolean testMayChoose,
      boolean json) {
    try (SweepDisplay display = new SweepDisplay(console, stop)) {
      SweepRecord over =
          new SweepExecutor(display)
              .execute(
                  new SweepRequest(planned, name, jobs, threads, fresh, testMayChoose, place()));
      return answer(over, display, json);
    }
  }

  /** Goes on with a sweep that was stopped or found dead, to its end. */
  int goOn(SweepDetail sweep, @Nullable Integer jobs, boolean retryFailed, boolean json) {
    try (SweepDisplay display = new SweepDisplay(console, stop)) {
      SweepRecord over =
          new SweepExecutor(display)
              .resume(
                  SweepFolder.of(
                      Objects.requireNonNull(sweep.folder().getParent()), sweep.record().id()),
                  sweep.record(),
                  jobs,
                  retryFailed,
                  place());
      return answer(over, display, json);
    }
  }

  private SweepRequest.Place place() {
    return new SweepRequest.Place(
        workplace,
        Machine.here(),
        CommonOptions.home(),
        TrialCommand.host(workplace.runs().toString()),
        stop::requested);
  }

  /** Prints the sweep's object if it is asked for; the exit code. */
  private int answer(SweepRecord sweep, SweepDisplay display, boolean json) {
    if (json) {
      print(sweep.id());
    }
    if (stop.requested() || sweep.status() == RunStatus.KILLED) {
      return StopSignal.INTERRUPTED;
    }
    return display.failures() > 0 || sweep.status() != RunStatus.FINISHED ? 1 : 0;
  }

  private void print(String id) {
    Registry registry = workplace.registry(console::say);
    SweepDetail sweep = registry.sweeps().show(id);
    List<RunDetail> runs =
        sweep.trials().stream()
            .filter(trial -> trial.status() != null)
            .map(trial -> registry.show(trial.run()))
            .toList();
    SweepJson.print(console, sweep, runs);
  }
}
