package dev.epochal.cli;

import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.Registry;
import dev.epochal.registry.SweepDetail;
import dev.epochal.registry.folder.StopRequest;
import dev.epochal.runner.live.Follower;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks runs that other processes execute to stop. */
@Command(
    name = "stop",
    description = "Ask runs that go on to stop: saved, and recorded as KILLED.",
    footer = {
      "",
      "A run stops after the update that it is at. One that is evaluated already ends FINISHED.",
      "Exit code 0 when all are over, or were before; with --no-wait, when all are asked."
    })
final class StopCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunsArgument runs;

  @Option(names = "--no-wait", description = "Ask, and do not wait until the runs are over.")
  private boolean dontWait;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  StopCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Registry registry = common.workplace().registry(console::say);
    // All are found before one is asked.
    List<String> references = runs.in(registry, console);
    List<RunFolder> folders = new ArrayList<>();
    List<SweepDetail> sweeps = new ArrayList<>();
    for (String reference : references) {
      registry
          .sweeps()
          .find(reference)
          .ifPresentOrElse(
              sweep -> sweeps.add(registry.sweeps().show(sweep)),
              () -> folders.add(registry.folder(reference)));
    }
    sweeps.forEach(this::ask);
    List<RunFolder> asked = new ArrayList<>();
    for (RunFolder folder : folders.stream().distinct().toList()) {
      Optional<RunRecord> over = new Follower(registry, folder).over();
      if (over.isPresent()) {
        console.say("nothing to stop: " + standing(over.get()));
      } else {
        StopRequest.ask(folder);
        asked.add(folder);
        console.say("asked run " + folder.id() + " to stop after the update that it is at");
      }
    }
    if (!dontWait) {
      asked.forEach(folder -> await(registry, folder));
    }
    return 0;
  }

  /** A sweep asks its trials itself. */
  private void ask(SweepDetail sweep) {
    String named = "sweep " + sweep.summary().name() + " (" + sweep.summary().id() + ")";
    if (sweep.summary().status().isOver()) {
      console.say("nothing to stop: " + named + " is " + sweep.summary().status());
    } else {
      StopRequest.ask(new RunFolder(sweep.folder()));
      console.say("asked " + named + " to stop: its trials stop after the update they are at");
    }
  }

  private void await(Registry registry, RunFolder folder) {
    RunRecord end = new Follower(registry, folder).untilOver(now -> {});
    // Of a run that ended, or died, before it saw it.
    StopRequest.remove(folder);
    console.say(standing(end));
    if (end.status() != RunStatus.FINISHED) {
      console.say("  kept " + Kept.sentence(end.artifacts(), end.metrics()));
    }
  }

  private static String standing(RunRecord run) {
    return "run %s (%s) is %s%s"
        .formatted(
            run.name(), run.id(), run.status(), run.reason() == null ? "" : ": " + run.reason());
  }
}
