package dev.epochal.cli;

import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.Registry;
import dev.epochal.runner.live.Follower;
import java.util.concurrent.Callable;
import org.jline.utils.Signals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows a run that another process executes, as that process shows it. */
@Command(
    name = "watch",
    description = "Follow a run that goes on elsewhere, to its end.",
    footer = {
      "",
      "Exit code: 0 when the run is FINISHED, 1 when it ended otherwise, 130 after Ctrl-C, which ends"
          + " the watching alone: the run goes on."
    })
final class WatchCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunArgument run;

  @Option(names = "--json", description = "Print the run's record at its end, as show --json does.")
  private boolean json;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  WatchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Registry registry = common.workplace().registry(console::say);
    RunFolder folder = registry.folder(run.in(registry, console));
    RunRecord end;
    try (WatchDisplay display = new WatchDisplay(console, folder)) {
      Signals.register("INT", () -> leave(display, folder));
      Signals.register("TERM", () -> leave(display, folder));
      end = new Follower(registry, folder).untilOver(display::show);
    }
    RunEnd.lines(end, folder).forEach(console::say);
    RunEnd.warnings(end).forEach(console::shout);
    if (json) {
      console.print(RunJson.pretty(registry.show(folder.id())));
    }
    return end.status() == RunStatus.FINISHED ? 0 : 1;
  }

  private void leave(WatchDisplay display, RunFolder folder) {
    display.close();
    console.say("no longer watched; the run goes on (to stop it: ./run stop " + folder.id() + ")");
    Runtime.getRuntime().halt(StopSignal.INTERRUPTED);
  }
}
