package dev.epochal.cli;

import dev.epochal.core.run.RunRecord;
import dev.epochal.registry.Registry;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings deleted runs back. */
@Command(name = "restore", description = "Bring deleted runs back; list --deleted shows them.")
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
    List<RunRecord> restored =
        deleted.annotate(runs.in(deleted, console), (run, before) -> before.deletedAt(null));
    console.say("restored " + Spoken.of(restored));
    return 0;
  }
}
