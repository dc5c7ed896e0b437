package dev.epochal.cli;

import dev.epochal.core.run.RunRecord;
import dev.epochal.registry.Edits;
import dev.epochal.registry.Registry;
import dev.epochal.registry.SweepChange;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings deleted runs and sweeps back. */
@Command(
    name = "restore",
    description =
        "Bring deleted runs, or sweeps with their trials, back; list --deleted shows them.")
final class RestoreCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunsArgument runs;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  RestoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Registry deleted = common.workplace().registry(console::say).deleted();
    Named named = Named.of(deleted, runs.in(deleted, console));
    if (!named.runs().isEmpty()) {
      List<RunRecord> restored = deleted.annotate(named.runs(), Edits.restore());
      console.say("restored " + Spoken.of(restored));
    }
    for (String sweep : named.sweeps()) {
      SweepChange restored = deleted.sweeps().restore(sweep);
      console.say("restored sweep " + restored.sweep() + " " + Named.trials(restored.trials()));
    }
    return 0;
  }
}
