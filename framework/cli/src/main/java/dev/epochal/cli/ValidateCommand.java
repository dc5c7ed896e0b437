package dev.epochal.cli;

import dev.epochal.core.json.Json;
import dev.epochal.core.plan.MemoryEstimate;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.Planner;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks specs without training. */
@Command(
    name = "validate",
    description = "Check specs and show what they resolve to, without training.")
final class ValidateCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "SPEC | key=value",
      description = "Spec files, and overrides for all of them.")
  private List<String> words = List.of();

  @Option(names = "--json", description = "As an array of JSON objects.")
  private boolean json;

  @Mixin
  @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // picocli sets it; it has --debug
  private CommonOptions common;

  private final Console console;

  /** An object of {@code validate --json}. */
  private record Resolved(
      String spec,
      RunPlan plan,
      SortedMap<String, PlannedRun.Setting> settings,
      long parameters,
      MemoryEstimate memory,
      long memoryBytes) {
    static Resolved of(String spec, PlannedRun planned) {
      MemoryEstimate memory = MemoryEstimate.of(planned.plan());
      return new Resolved(
          spec,
          planned.plan(),
          planned.settings(),
          planned.plan().network().parameters(),
          memory,
          memory.total());
    }
  }

  ValidateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<String> overrides = words.stream().filter(word -> word.contains("=")).toList();
    List<Problem> problems = new ArrayList<>();
    Map<String, PlannedRun> plans = new LinkedHashMap<>();
    for (String word : words) {
      if (!word.contains("=")) {
        try {
          plans.put(word, Planner.plan(Path.of(word), overrides));
        } catch (InvalidInputException e) {
          problems.addAll(e.problems());
        }
      }
    }
    if (plans.isEmpty() && problems.isEmpty()) {
      problems.add(
          Problem.of("validate needs a spec, e.g. ./run validate experiments/baseline.yaml"));
    }
    if (json) {
      console.print(
          Json.pretty(
              plans.entrySet().stream()
                  .map(entry -> Resolved.of(entry.getKey(), entry.getValue()))
                  .toList()));
    } else {
      plans.forEach(this::print);
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return 0;
  }

  private void print(String spec, PlannedRun planned) {
    StringBuilder text = new StringBuilder(spec + " is valid\n\n");
    planned
        .settings()
        .forEach(
            (key, setting) ->
                text.append(
                    "  %-34s %-24s %s%n".formatted(key, setting.value(), setting.origin())));
    long memory = MemoryEstimate.of(planned.plan()).total();
    console.print(
        text
            + "\n"
            + NetworkTable.of(planned.plan().network())
            + "\nabout "
            + MemoryEstimate.text(memory)
            + " of memory to train it\n\n");
  }
}
