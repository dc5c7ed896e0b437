package dev.epochal.cli;

import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import dev.epochal.runner.RunExecutor;
import dev.epochal.runner.RunRequest;
import dev.epochal.runner.Workplace;
import dev.epochal.runner.machine.Machine;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Executes an experiment. */
@Command(
    name = "run",
    description = "Train and record an experiment: ./run SPEC.yaml (the word run may be left out).")
final class RunCommand implements Callable<Integer>, Trains {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private SpecArguments experiment;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the run (default: <experiment>-<n>).")
  private String name = "";

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private ThreadsOption threads;

  @Option(names = "--json", description = "Print the run's record, as show --json does.")
  private boolean json;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;
  private final StopSignal stop;

  RunCommand(Console console, StopSignal stop) {
    this.console = console;
    this.stop = stop;
  }

  @Override
  public @Nullable Integer threads() {
    return threads.written();
  }

  @Override
  public Integer call() {
    if (!name.isEmpty() && !name.matches(NAME)) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "--name",
              "must be 1 to 100 letters, digits, dots, dashes or underscores, beginning with a letter"
                  + " or digit, but was \""
                  + name
                  + "\"",
              null));
    }
    threads.written();
    PlannedRun planned = experiment.plan();
    Workplace workplace = common.workplace();
    RunRecord run;
    try (RunDisplay display = new RunDisplay(console, stop)) {
      run =
          new RunExecutor(display)
              .execute(
                  new RunRequest(
                      planned,
                      name,
                      workplace,
                      Machine.here(),
                      CommonOptions.home(),
                      stop::requested));
    }
    if (json) {
      console.print(RunJson.pretty(detail(workplace, run)));
    }
    if (run.status() == RunStatus.FAILED) {
      return 1;
    }
    // Also when all was done when it came: whoever runs several wants none of the others.
    return stop.requested() || run.status() == RunStatus.KILLED ? StopSignal.INTERRUPTED : 0;
  }

  /** The run is over, whatever became of the registry meanwhile. */
  private RunDetail detail(Workplace workplace, RunRecord run) {
    try {
      return workplace.registry(console::say).show(run.id());
    } catch (EpochalException e) {
      return Registry.withoutRegistry(workplace.runs(), run);
    }
  }
}
