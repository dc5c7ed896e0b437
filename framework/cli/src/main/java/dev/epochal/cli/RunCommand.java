package dev.epochal.cli;

import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.PlannedSweep;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Executes an experiment. */
@Command(
    name = "run",
    description =
        "Train and record an experiment, or a sweep of it: ./run SPEC.yaml (the word run may be left"
            + " out).")
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
          "Train nothing: list the trials of a sweep and say how long it will take, which several values (training.batchSize=64,512"
              + " seed=1..5) or the spec's sweep ask for.")
  private boolean dryRun;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private JobsOption jobs;

  @Option(
      names = "--fresh",
      description =
          "Run every trial of a sweep, also those that an equal run was recorded of already.")
  private boolean fresh;

  @Option(
      names = "--allow-test-selection",
      description =
          "Let a metric of the test split choose between the trials of a sweep. Recorded, since"
              + " such a metric no longer says how good the chosen one is.")
  private boolean testMayChoose;

  @Option(
      names = "--json",
      description =
          "Print the run's record, as show --json does; of a sweep {sweep, runs} of its trials.")
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
    Integer eachThreads = threads.written();
    Integer atOnce = jobs.written();
    Optional<PlannedSweep> sweep = experiment.sweep(testMayChoose);
    if (sweep.isPresent()) {
      if (dryRun) {
        TrialList trials = TrialList.of(sweep.get());
        console.print(json ? trials.json() : trials.text(console.columns()));
        SweepTime.say(console, common.workplace(), trials, atOnce, eachThreads);
        return 0;
      }
      return new SweepExecution(common.workplace(), console, stop)
          .of(sweep.get(), named, atOnce, eachThreads, fresh, testMayChoose, json);
    }
    PlannedRun planned = experiment.plan();
    if (dryRun) {
      if (json) {
        console.print(TrialList.json(planned));
      }
      console.say("one run, of plan " + planned.plan().sha256() + "; ./run validate shows it");
      return 0;
    }
    return new Execution(common.workplace(), console, stop).of(planned, named, json);
  }
}
