package dev.epochal.cli;

import dev.epochal.registry.Registry;
import dev.epochal.runner.RecordedPlan;
import dev.epochal.runner.Workplace;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Goes on with a run that was stopped or found dead. */
@Command(
    name = "resume",
    description = "Go on with a run that was stopped or killed, from its last checkpoint.")
final class ResumeCommand implements Callable<Integer>, Trains {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunArgument run;

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

  ResumeCommand(Console console, StopSignal stop) {
    this.console = console;
    this.stop = stop;
  }

  @Override
  public @Nullable Integer threads() {
    return threads.orAsManyAs(run, common.workplace());
  }

  @Override
  public Integer call() {
    threads.written();
    Workplace workplace = common.workplace();
    Registry registry = workplace.registry(console::say);
    RecordedPlan recorded = RecordedPlan.read(registry.folder(run.in(registry, console)));
    return new Execution(workplace, console, stop).goOn(recorded, json);
  }
}
