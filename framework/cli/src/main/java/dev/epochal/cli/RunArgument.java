package dev.epochal.cli;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The run that a command is about: as a person means it, or the first that a filter finds. */
final class RunArgument {
  static final String MEANT = "Id, unique prefix of an id, name, or latest.";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "RUN",
      description = MEANT + " Or leave it out, and say --filter or --sort: the first run is meant.")
  private @Nullable String run;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunFilter filter;

  /**
   * A run, and the words that follow it.
   *
   * @param reference for the registry to find it by
   */
  record Named(String reference, List<String> words) {}

  /** Whether one is named, or a filter. */
  boolean isGiven() {
    return run != null || filter.isFilter() || filter.isOrder();
  }

  /**
   * What the registry finds the run by.
   *
   * @throws InvalidInputException when none is named, or one both ways, or no run is like that
   */
  String in(Registry registry, Console console) {
    if (run != null && (filter.isFilter() || filter.isOrder())) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "RUN",
              "must be left out where --filter or --sort says which run, but was " + run,
              null));
    }
    return with(List.of(), registry, console).reference();
  }

  /**
   * The run where words may follow it: with a filter, whatever stands where RUN would is one of
   * them.
   *
   * @throws InvalidInputException when none is named, or no run is like that
   */
  Named with(List<String> following, Registry registry, Console console) {
    if (filter.isFilter() || filter.isOrder()) {
      List<String> words = new ArrayList<>(following);
      if (run != null) {
        words.add(0, run);
      }
      return new Named(first(registry, console), words);
    }
    if (run == null) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "RUN",
              "is missing",
              "name a run (latest is the newest), or say --filter; ./run list shows the runs"));
    }
    return new Named(run, following);
  }

  private String first(Registry registry, Console console) {
    List<RunName> found = registry.names(filter.query(Integer.MAX_VALUE));
    if (found.isEmpty()) {
      throw RunSelection.nothing(filter);
    }
    RunName first = found.get(0);
    console.say(
        "taking " + first + (found.size() == 1 ? "" : ", the first of " + found.size() + " runs"));
    return first.id();
  }
}
