package dev.epochal.cli;

import dev.epochal.registry.Registry;
import dev.epochal.runner.RecordedPlan;
import dev.epochal.runner.Workplace;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Goes on with a run that was stopped or found dead. */
@Command(
    name = "resume",
    description =
        "Go on with a run that was stopped or killed, from its last checkpoint; of a sweep, with"
            + " every trial that is not over.")
final class ResumeCommand extends AgainCommand {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private JobsOption jobs;

  @Option(
      names = "--retry-failed",
      description =
          "Of a sweep: try the trials again that FAILED (those whose process was killed go on in any"
              + " case).")
  private boolean retryFailed;

  @Option(
      names = "--json",
      description = "Print the run's record, as show --json does; of a sweep {sweep, runs}.")
  private boolean json;

  ResumeCommand(Console console, StopSignal stop) {
    super(console, stop);
  }

  @Override
  public Integer call() {
    checkThreads();
    Integer atOnce = jobs.written();
    Workplace workplace = workplace();
    Registry registry = workplace.registry(console()::say);
    String reference = reference(registry);
    Optional<String> sweep = registry.findSweep(reference);
    if (sweep.isPresent()) {
      return new SweepExecution(workplace, console(), stop())
          .goOn(registry.sweep(sweep.get()), atOnce, retryFailed, json);
    }
    RecordedPlan recorded = RecordedPlan.read(registry.folder(reference));
    return new Execution(workplace, console(), stop()).goOn(recorded, json);
  }
}
