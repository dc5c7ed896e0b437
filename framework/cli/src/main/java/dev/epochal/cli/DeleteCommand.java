package dev.epochal.cli;

import static java.util.stream.Collectors.joining;

import dev.epochal.core.run.RunRecord;
import dev.epochal.registry.Edits;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunName;
import dev.epochal.registry.SweepChange;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes runs, or sweeps with their trials, out of every list; nothing is removed yet. */
@Command(
    name = "delete",
    description =
        "Take runs, or sweeps with their trials, out of every list; restore brings them back until"
            + " gc removes them.")
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
    Named named = Named.of(registry, runs.in(registry, console));
    if (!named.runs().isEmpty()) {
      say(registry.annotate(named.runs(), Edits.delete(now)));
    }
    named.sweeps().forEach(sweep -> say(registry.sweeps().delete(sweep, now)));
    return 0;
  }

  private void say(SweepChange deleted) {
    RunName sweep = deleted.sweep();
    console.say("deleted sweep %s %s".formatted(sweep, Named.trials(deleted.trials())));
    if (!deleted.kept().isEmpty()) {
      console.say(
          deleted.kept().size()
              + " of its trials stay, since another sweep reuses them: "
              + deleted.kept().stream().limit(3).map(RunName::toString).collect(joining(", "))
              + (deleted.kept().size() > 3 ? ", …" : ""));
    }
    console.say("./run restore " + sweep.id() + " brings it back");
  }

  private void say(List<RunRecord> deleted) {
    String remedy =
        deleted.size() == 1
            ? "./run restore " + deleted.get(0).id() + " brings it back"
            : "./run restore brings them back, ./run list --deleted shows them";
    console.say("deleted " + Spoken.of(deleted) + "; " + remedy);
  }
}
