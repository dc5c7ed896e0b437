package dev.epochal.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the registry anew from the run folders. */
@Command(
    name = "reindex",
    description = "Make the registry anew from the run folders, which hold all that is in it.")
final class ReindexCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  ReindexCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    int runs = common.workplace().registry(console::say).reindex();
    console.print(
        String.format(
            Locale.ROOT, "The registry is new, and has %,d run%s.%n", runs, runs == 1 ? "" : "s"));
    return 0;
  }
}
