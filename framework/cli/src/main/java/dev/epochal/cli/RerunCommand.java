package dev.epochal.cli;

import dev.epochal.core.problem.Problems;
import dev.epochal.registry.Registry;
import dev.epochal.runner.RecordedPlan;
import dev.epochal.runner.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Executes the plan of a recorded run as a new run. */
@Command(
    name = "rerun",
    description =
        "Train and record a run's plan once more, as a new run, whatever its spec says now.")
final class RerunCommand extends AgainCommand {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private NameOption name;

  @Option(names = "--json", description = "Print the new run's record, as show --json does.")
  private boolean json;

  RerunCommand(Console console, StopSignal stop) {
    super(console, stop);
  }

  @Override
  public Integer call() {
    Problems problems = new Problems();
    problems.from(name::written);
    problems.from(this::writtenThreads);
    problems.refuse();
    Workplace workplace = workplace();
    Registry registry = workplace.registry(console()::say);
    RecordedPlan recorded = RecordedPlan.read(registry.folder(reference(registry)));
    return new Execution(workplace, console(), stop()).of(recorded, name.written(), json);
  }
}
