package dev.epochal.cli;

import dev.epochal.core.problem.Problems;
import dev.epochal.registry.Registry;
import dev.epochal.runner.RecordedPlan;
import dev.epochal.runner.Workplace;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Executes the plan of a recorded run as a new run. */
@Command(
    name = "rerun",
    description =
        "Train and record a run's plan once more, as a new run, whatever its spec says now.")
final class RerunCommand implements Callable<Integer>, Trains {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunArgument run;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private NameOption name;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private ThreadsOption threads;

  @Option(names = "--json", description = "Print the new run's record, as show --json does.")
  private boolean json;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;
  private final StopSignal stop;

  RerunCommand(Console console, StopSignal stop) {
    this.console = console;
    this.stop = stop;
  }

  @Override
  public @Nullable Integer threads() {
    return threads.orAsManyAs(run, common.workplace());
  }

  @Override
  public Integer call() {
    Problems problems = new Problems();
    problems.from(name::written);
    problems.from(threads::written);
    problems.refuse();
    Workplace workplace = common.workplace();
    Registry registry = workplace.registry(console::say);
    RecordedPlan recorded = RecordedPlan.read(registry.folder(run.in(registry, console)));
    return new Execution(workplace, console, stop).of(recorded, name.written(), json);
  }
}
