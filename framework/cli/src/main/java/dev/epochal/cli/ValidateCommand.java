package dev.epochal.cli;

import dev.epochal.core.json.Json;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.Planner;
import dev.epochal.core.planning.SpecSchema;
import dev.epochal.core.planning.SweepPlanner;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.runner.machine.Machine;
import dev.epochal.runner.machine.MemoryCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks specs without training. */
@Command(
    name = "validate",
    description = "Check specs and show what they resolve to, without training.")
final class ValidateCommand implements Callable<Integer> {
  /** Words that are not the name of a spec. */
  private static final Predicate<String> IS_OVERRIDE =
      word -> word.contains("=") || word.startsWith("~");

  @Parameters(
      arity = "0..*",
      paramLabel = "SPEC | key=value | ~key",
      description = "Spec files, and overrides for all of them.")
  private List<String> words = List.of();

  @Option(
      names = "--json",
      description = "As an array of JSON objects, one per spec, with the problems of bad ones.")
  private boolean json;

  @Option(names = "--schema", description = "Print the JSON Schema of specs, for editors.")
  private boolean schema;

  @Mixin
  @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // picocli sets it; it has --debug
  private CommonOptions common;

  private final Console console;

  ValidateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (schema) {
      console.print(SpecSchema.json());
      return 0;
    }
    List<String> specs = words.stream().filter(IS_OVERRIDE.negate()).distinct().toList();
    if (specs.isEmpty()) {
      throw new InvalidInputException(
          Problem.of("validate needs a spec, e.g. ./run validate experiments/baseline.yaml"));
    }
    List<String> overrides = words.stream().filter(IS_OVERRIDE).toList();
    List<ValidatedSpec> validated = specs.stream().map(spec -> validate(spec, overrides)).toList();
    if (json) {
      console.print(Json.pretty(validated));
    } else {
      validated.forEach(spec -> console.print(spec.text()));
    }
    List<Problem> problems = new ArrayList<>();
    validated.forEach(spec -> problems.addAll(spec.problems()));
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems.stream().distinct().toList());
    }
    return 0;
  }

  private ValidatedSpec validate(String spec, List<String> overrides) {
    try {
      PlannedRun planned = Planner.plan(Path.of(spec), overrides);
      Integer trials =
          SweepPlanner.plan(Path.of(spec), overrides, false)
              .map(sweep -> sweep.plan().search().trials())
              .orElse(null);
      sayWhetherItFits(planned);
      return ValidatedSpec.good(spec, planned, trials);
    } catch (InvalidInputException e) {
      return ValidatedSpec.bad(spec, e.problems());
    }
  }

  /** The spec is valid all the same: another machine may have more memory. */
  private void sayWhetherItFits(PlannedRun planned) {
    try {
      MemoryCheck.check(planned, Machine.here());
    } catch (InvalidInputException e) {
      e.problems().forEach(problem -> console.say("It cannot run on this machine: " + problem));
    }
  }
}
