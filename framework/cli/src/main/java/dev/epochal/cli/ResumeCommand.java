package dev.epochal.cli;

import dev.epochal.registry.Registry;
import dev.epochal.runner.RecordedPlan;
import dev.epochal.runner.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Goes on with a run that was stopped or found dead. */
@Command(
    name = "resume",
    description = "Go on with a run that was stopped or killed, from its last checkpoint.")
final class ResumeCommand extends AgainCommand {
  @Option(names = "--json", description = "Print the run's record, as show --json does.")
  private boolean json;

  ResumeCommand(Console console, StopSignal stop) {
    super(console, stop);
  }

  @Override
  public Integer call() {
    checkThreads();
    Workplace workplace = workplace();
    Registry registry = workplace.registry(console()::say);
    RecordedPlan recorded = RecordedPlan.read(registry.folder(reference(registry)));
    return new Execution(workplace, console(), stop()).goOn(recorded, json);
  }
}
