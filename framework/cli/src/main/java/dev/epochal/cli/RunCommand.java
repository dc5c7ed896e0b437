package dev.epochal.cli;

import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.PlannedSweep;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.util.Optional;
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

  @Option(
      names = "--dry-run",
      description =
          "Train nothing: list the trials of a sweep, which several values (training.batchSize=64,512"
              + " seed=1..5) or the spec's sweep ask for.")
  private boolean dryRun;

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
    Optional<PlannedSweep> sweep = experiment.sweep();
    if (sweep.isPresent()) {
      TrialList trials = TrialList.of(sweep.get());
      if (!dryRun) {
        throw new InvalidInputException(
            Problem.of(
                "asks for a sweep of "
                    + trials.size()
                    + " trials, which this version plans but does not run yet",
                "--dry-run lists them; give each key one value to run one"));
      }
      console.print(json ? trials.json() : trials.text(console.columns()));
      return 0;
    }
    PlannedRun planned = experiment.plan();
    if (dryRun) {
      console.say("one run, of plan " + planned.plan().sha256() + "; ./run validate shows it");
      return 0;
    }
    return new Execution(common.workplace(), console, stop).of(planned, named, json);
  }
}
