package dev.epochal.cli;

import dev.epochal.registry.Registry;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * For the launcher: touches what looking at runs needs, in an empty folder of runs, so that the JVM
 * can archive those classes.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  WarmUpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    // Never the registry that the user's environment names: this one is thrown away.
    Path folder = common.workplace().runs();
    Registry.in(folder, console::say).rebuild();
    String runs = folder.toString();
    Main.run(console, "list", "--runs", runs);
    Main.run(console, "list", "--json", "--runs", runs);
    return Main.run(console, "show", "latest", "--runs", runs);
  }
}
