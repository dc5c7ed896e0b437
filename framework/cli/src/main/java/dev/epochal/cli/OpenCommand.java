package dev.epochal.cli;

import dev.epochal.core.run.RunFolder;
import dev.epochal.registry.Registry;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says where a run's folder and its report are. */
@Command(name = "open", description = "Print where a run's folder and its report are.")
final class OpenCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunArgument run;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  OpenCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Registry registry = common.workplace().registry(console::say);
    RunFolder folder = registry.folder(run.in(registry, console));
    console.print(folder.path() + "\n");
    if (!Files.isDirectory(folder.path())) {
      console.say("the folder is gone");
      return 1;
    }
    if (Files.isRegularFile(folder.report())) {
      console.print(folder.report() + "\n");
    } else {
      console.say("there is no report yet: ./run report " + folder.id() + " writes it");
    }
    return 0;
  }
}
