package dev.epochal.cli;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.AnnotationRules;
import dev.epochal.core.run.RunRecord;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives a run, or a sweep, another name. */
@Command(name = "rename", description = "Give a run, or a sweep, another name; its id stays.")
final class RenameCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunArgument run;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "NAME",
      description = "Letters, digits, dots, dashes and underscores.")
  private List<String> name = List.of();

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  RenameCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Registry registry = common.workplace().registry(console::say);
    RunArgument.Named asked = run.with(name, registry, console);
    if (asked.words().size() != 1) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "NAME",
              asked.words().isEmpty() ? "is missing" : "must be one word but was " + asked.words(),
              "write ./run rename RUN NAME"));
    }
    String newName = asked.words().get(0);
    AnnotationRules.checkName("command line", "NAME", newName);
    Optional<String> sweep = registry.sweeps().find(asked.reference());
    if (sweep.isPresent()) {
      RunName now = registry.sweeps().annotate(sweep.get(), was -> was.named(newName));
      console.say("sweep " + now.id() + " is " + now.name() + " now; its trials keep their names");
      return 0;
    }
    RunRecord renamed =
        registry.annotate(List.of(asked.reference()), (now, was) -> was.named(newName)).get(0);
    console.say("run " + renamed.id() + " is " + renamed.name() + " now");
    return 0;
  }
}
