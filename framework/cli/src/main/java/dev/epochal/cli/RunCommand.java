package dev.epochal.cli;

import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.Planner;
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
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Executes an experiment. */
@Command(
    name = "run",
    description = "Train and record an experiment: ./run SPEC.yaml (the word run may be left out).")
final class RunCommand implements Callable<Integer> {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

  @Parameters(index = "0", paramLabel = "SPEC", description = "The experiment's YAML file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path spec;

  @Parameters(
      index = "1..*",
      paramLabel = "key=value | ~key",
      description =
          "Set a key of the spec, e.g. training.batchSize=64; remove one, e.g. ~network.layers.drop1;"
              + " choose a variant: variant=wide.")
  private List<String> overrides = List.of();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the run (default: <experiment>-<n>).")
  private String name = "";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to train with (default: the machine's cores). Changes the bits.")
  private @Nullable Integer threads;

  @Option(names = "--json", description = "Print the run's record, as show --json does.")
  private boolean json;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  RunCommand(Console console) {
    this.console = console;
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
    if (threads != null && threads < 1) {
      throw new InvalidInputException(
          new Problem("command line", "--threads", "must be at least 1 but was " + threads, null));
    }
    PlannedRun planned = Planner.plan(spec, overrides);
    Workplace workplace = common.workplace();
    RunRecord run;
    try (StopSignal stop = new StopSignal(console);
        RunDisplay display = new RunDisplay(console, stop)) {
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
    return run.status() == RunStatus.FINISHED ? 0 : run.status() == RunStatus.KILLED ? 130 : 1;
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
