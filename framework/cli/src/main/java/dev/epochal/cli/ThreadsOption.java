package dev.epochal.cli;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.registry.Registry;
import dev.epochal.runner.Workplace;
import dev.epochal.runner.machine.RunEnvironment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --threads}, which the launcher reads, since OpenMP takes its number when it loads. */
final class ThreadsOption {
  private static final int MOST = 9999;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads to train with (default: the machine's cores; for a run that was recorded, as"
              + " many as it had). Changes the bits.")
  private @Nullable Integer threads;

  /**
   * As it was written; null when it was not.
   *
   * @throws InvalidInputException when it is no number of threads
   */
  @Nullable Integer written() {
    if (threads != null && (threads < 1 || threads > MOST)) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "--threads",
              "must be a number from 1 to " + MOST + " but was " + threads,
              null));
    }
    return threads;
  }

  /** As it was written, else as many as a run had; null when that is not known. */
  @Nullable Integer orAsManyAs(RunArgument run, Workplace workplace) {
    if (written() != null) {
      return threads;
    }
    // The command itself will say what there is to say.
    Console nobody = Console.silent();
    Registry registry = workplace.registry(nobody::say);
    return RunEnvironment.threads(RunEnvironment.read(registry.folder(run.in(registry, nobody))));
  }
}
