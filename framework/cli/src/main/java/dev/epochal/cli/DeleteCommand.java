package dev.epochal.cli;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.Annotations;
import dev.epochal.core.run.RunRecord;
import dev.epochal.registry.Registry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes runs out of every list; nothing is removed yet. */
@Command(
    name = "delete",
    description = "Take runs out of every list; restore brings them back until gc removes them.")
final class DeleteCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunsArgument runs;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  DeleteCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Registry registry = common.workplace().registry(console::say);
    Instant now = Instant.now();
    List<RunRecord> deleted =
        registry.annotate(runs.in(registry, console), (run, before) -> deleted(run, before, now));
    String remedy =
        deleted.size() == 1
            ? "./run restore " + deleted.get(0).id() + " brings it back"
            : "./run restore brings them back, ./run list --deleted shows them";
    console.say("deleted " + Spoken.of(deleted) + "; " + remedy);
    return 0;
  }

  private Annotations deleted(RunRecord run, Annotations before, Instant now) {
    if (!run.status().isOver()) {
      throw new InvalidInputException(
          new Problem(
              "run " + Spoken.of(run),
              "",
              "goes on and cannot be deleted",
              "stop it first: ./run stop " + run.id()));
    }
    return before.deletedAt(now);
  }
}
