package dev.epochal.cli;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --jobs}: how many trials of a sweep train at once. */
final class JobsOption {
  private static final int MOST = 999;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "Trials of a sweep that train at once (default: as many as cores and memory allow). They"
              + " share the cores, so it changes their threads, and with them the bits, unless"
              + " --threads says how many each has.")
  private @Nullable Integer jobs;

  /**
   * As it was written; null when it was not.
   *
   * @throws InvalidInputException when it is no number of jobs
   */
  @Nullable Integer written() {
    if (jobs != null && (jobs < 1 || jobs > MOST)) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "--jobs",
              "must be a number from 1 to " + MOST + " but was " + jobs,
              null));
    }
    return jobs;
  }
}
