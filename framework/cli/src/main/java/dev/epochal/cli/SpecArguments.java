package dev.epochal.cli;

import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.PlannedSweep;
import dev.epochal.core.planning.Planner;
import dev.epochal.core.planning.SweepPlanner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The experiment that a command is about, with what the command line changes of it. */
final class SpecArguments {
  @Parameters(index = "0", paramLabel = "SPEC", description = "The experiment's YAML file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path spec;

  @Parameters(
      index = "1..*",
      paramLabel = "key=value | ~key",
      description =
          "Set a key of the spec, e.g. training.batchSize=64; remove one, e.g. ~network.layers.drop1;"
              + " choose a variant: variant=wide.")
  private List<String> overrides = List.of();

  /**
   * The sweep that is asked for; empty when one run is.
   *
   * @param testMayChoose whether a metric of the test split may choose between trials
   * @throws dev.epochal.core.problem.InvalidInputException with everything that is wrong with it
   */
  Optional<PlannedSweep> sweep(boolean testMayChoose) {
    return SweepPlanner.plan(spec, overrides, testMayChoose);
  }

  /**
   * The plan.
   *
   * @throws dev.epochal.core.problem.InvalidInputException with everything that is wrong with it
   */
  PlannedRun plan() {
    return Planner.plan(spec, overrides);
  }
}
