package dev.epochal.cli;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints a run's log. */
@Command(name = "logs", description = "Print a run's log.")
final class LogsCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunArgument run;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  LogsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Registry registry = common.workplace().registry(console::say);
    RunFolder folder = registry.folder(run.in(registry, console));
    Path log = folder.log();
    try {
      console.print(Files.readString(log));
    } catch (NoSuchFileException e) {
      throw new EpochalException(
          "run "
              + folder.id()
              + " has no log: "
              + (Files.exists(folder.path()) ? log : folder.path())
              + " does not exist",
          e);
    } catch (IOException e) {
      throw new EpochalException("cannot read " + log + ": " + e, e);
    }
    return 0;
  }
}
