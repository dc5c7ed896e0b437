package dev.epochal.cli;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.registry.Registry;
import dev.epochal.registry.SweepDetail;
import dev.epochal.runner.RecordedPlan;
import dev.epochal.runner.Workplace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    Integer eachThreads = writtenThreads();
    Integer atOnce = jobs.written();
    Workplace workplace = workplace();
    Registry registry = workplace.registry(console()::say);
    String reference = reference(registry);
    Optional<String> sweep = registry.sweeps().find(reference);
    if (sweep.isPresent()) {
      SweepDetail found = registry.sweeps().show(sweep.get());
      refuseOtherThreads(eachThreads, found.record().threads());
      return new SweepExecution(workplace, console(), stop())
          .goOn(found, atOnce, retryFailed, json);
    }
    refuseOfARun(atOnce);
    RecordedPlan recorded = RecordedPlan.read(registry.folder(reference));
    return new Execution(workplace, console(), stop()).goOn(recorded, json);
  }

  /** Half of the trials with other threads would differ in more than was asked about. */
  private static void refuseOtherThreads(@Nullable Integer asked, int recorded) {
    if (asked != null && asked != recorded) {
      throw refused(
          "--threads",
          "must be %d, as of the trials before, but was %d".formatted(recorded, asked));
    }
  }

  private void refuseOfARun(@Nullable Integer jobs) {
    if (jobs != null || retryFailed) {
      throw refused(jobs == null ? "--retry-failed" : "--jobs", "is for sweeps, and this is a run");
    }
  }

  private static InvalidInputException refused(String option, String rule) {
    return new InvalidInputException(new Problem("command line", option, rule, "leave it out"));
  }
}
