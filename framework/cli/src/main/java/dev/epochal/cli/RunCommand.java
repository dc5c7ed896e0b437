package dev.epochal.cli;

import dev.epochal.core.planning.PlannedRun;
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
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private SpecArguments experiment;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private NameOption name;

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
    String named = name.written();
    threads.written();
    PlannedRun planned = experiment.plan();
    return new Execution(common.workplace(), console, stop).of(planned, named, json);
  }
}
