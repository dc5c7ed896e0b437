package dev.epochal.cli;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.registry.Registry;
import dev.epochal.runner.live.Follower;
import dev.epochal.runner.live.LogTail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a run's log. */
@Command(name = "logs", description = "Print a run's log, or follow it.")
final class LogsCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunArgument run;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what is logged until the run is over.")
  private boolean follow;

  @Option(names = "--tail", paramLabel = "N", description = "Begin with the last N lines.")
  private @Nullable Integer tail;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  LogsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (tail != null && tail < 0) {
      throw new InvalidInputException(
          new Problem("command line", "--tail", "must be at least 0 but was " + tail, null));
    }
    Registry registry = common.workplace().registry(console::say);
    RunFolder folder = registry.folder(run.in(registry, console));
    LogTail log = new LogTail(folder.log(), console::print);
    if (tail != null) {
      int lines = tail;
      reading(folder, () -> log.skipToLast(lines));
    }
    if (!follow) {
      reading(folder, () -> log.read(true));
      return 0;
    }
    RunRecord end =
        new Follower(registry, folder)
            .untilOver(now -> reading(folder, () -> log.read(now.status().isOver())));
    console.say(
        "run %s (%s) %s%s"
            .formatted(
                end.name(),
                end.id(),
                end.status(),
                end.reason() == null ? "" : ": " + end.reason()));
    return 0;
  }

  /** Something done with the log. */
  private interface Reading {
    void read() throws IOException;
  }

  private static void reading(RunFolder folder, Reading reading) {
    Path log = folder.log();
    try {
      reading.read();
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
  }
}
