package dev.epochal.cli;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a command takes every run that a filter finds. */
final class RunSelection {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunFilter filter;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Of those that --filter finds, or of all, the first N in the order of --sort.")
  private @Nullable Integer limit;

  /**
   * What the registry finds the runs by: those that are named, then those that the filter finds.
   *
   * @param named as a person means them
   * @throws InvalidInputException when there are neither, or no run is like that
   */
  List<String> with(List<String> named, Registry registry, Console console) {
    List<String> runs = new ArrayList<>(named);
    if (limit != null && limit < 1) {
      throw new InvalidInputException(
          new Problem("command line", "--limit", "must be at least 1 but was " + limit, null));
    }
    if (filter.isFilter() || limit != null) {
      List<RunName> found = registry.names(filter.query(limit == null ? Integer.MAX_VALUE : limit));
      if (found.isEmpty()) {
        throw nothing(filter);
      }
      console.say("taking " + (found.size() == 1 ? found.get(0) : found.size() + " runs"));
      found.forEach(run -> runs.add(run.id()));
    } else if (filter.isOrder()) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "--sort",
              "orders runs but does not say which are meant",
              "add --filter or --limit"));
    } else if (runs.isEmpty()) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "RUN",
              "is missing",
              "name runs, or say --filter; ./run list shows the runs"));
    }
    return runs;
  }

  static InvalidInputException nothing(RunFilter filter) {
    return new InvalidInputException(
        new Problem(
            "command line",
            filter.isFilter() ? "--filter" : "",
            "finds no run: " + filter,
            "./run list shows the runs that there are"));
  }
}
