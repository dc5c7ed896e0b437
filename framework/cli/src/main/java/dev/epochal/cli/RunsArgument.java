package dev.epochal.cli;

import dev.epochal.registry.Registry;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The runs that a command is about: as a person means them, and those that a filter finds. */
final class RunsArgument {
  @Parameters(arity = "0..*", paramLabel = "RUN", description = RunArgument.MEANT)
  private List<String> runs = List.of();

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunSelection selection;

  /**
   * What the registry finds the runs by; the same run may be among them twice.
   *
   * @throws dev.epochal.core.problem.InvalidInputException when none is named, or no run is like
   *     that
   */
  List<String> in(Registry registry, Console console) {
    return selection.with(runs, registry, console);
  }
}
