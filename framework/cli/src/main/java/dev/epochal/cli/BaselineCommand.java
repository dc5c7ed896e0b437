package dev.epochal.cli;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunName;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Pins the run that others are compared with, or says which it is. */
@Command(
    name = "baseline",
    description = "Pin the run that others are compared with; without a run, say which it is.")
final class BaselineCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunArgument run;

  @Option(names = "--none", description = "Unpin it.")
  private boolean none;

  @Option(names = "--json", description = "Print which it is as a JSON object, or null.")
  private boolean json;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  BaselineCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Registry registry = common.workplace().registry(console::say);
    if (none && run.isGiven()) {
      throw new InvalidInputException(
          new Problem("command line", "--none", "must stand alone, without a run", null));
    }
    if (none) {
      console.say(
          registry
              .unpin()
              .map(was -> was + " is the baseline no more")
              .orElse("no run was the baseline"));
    } else if (run.isGiven()) {
      console.say(registry.pin(run.in(registry, console)) + " is the baseline now");
    }
    if (json || !(none || run.isGiven())) {
      print(registry.baseline());
    }
    return 0;
  }

  private void print(Optional<RunName> baseline) {
    if (json) {
      console.print(Json.pretty(baseline.<Object>map(run -> run).orElse(NullNode.getInstance())));
    } else if (baseline.isPresent()) {
      console.print(baseline.get().id() + "  " + baseline.get().name() + "\n");
    } else {
      console.say("no run is the baseline; ./run baseline RUN pins one");
    }
  }
}
