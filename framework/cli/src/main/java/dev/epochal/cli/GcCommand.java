package dev.epochal.cli;

import dev.epochal.core.json.Json;
import dev.epochal.registry.Freed;
import dev.epochal.registry.Registry;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes deleted runs and sweeps for good. */
@Command(
    name = "gc",
    description =
        "Remove deleted runs and sweeps for good, and images that no other run refers to.")
final class GcCommand implements Callable<Integer> {
  @Option(names = "--dry-run", description = "Only say what would be removed.")
  private boolean dryRun;

  @Option(names = "--json", description = "As one JSON object: runs, sweeps, datasets, bytes.")
  private boolean json;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  GcCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Registry registry = common.workplace().registry(console::say);
    Freed freed = dryRun ? registry.wouldRemove() : registry.removeDeleted();
    if (json) {
      console.print(Json.pretty(freed));
      return 0;
    }
    freed.runs().forEach(run -> console.print(run.id() + "  " + run.name() + "\n"));
    freed.sweeps().forEach(one -> console.print(one.id() + "  sweep " + one.name() + "\n"));
    console.print(
        String.format(
            Locale.ROOT,
            "%s%s, %s: %,d bytes %s%n",
            counted(freed.runs().size(), "run"),
            freed.sweeps().isEmpty() ? "" : ", " + counted(freed.sweeps().size(), "sweep"),
            counted(freed.datasets(), "folder") + " of images",
            freed.bytes(),
            dryRun ? "would be freed" : "freed"));
    return 0;
  }

  private static String counted(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}
