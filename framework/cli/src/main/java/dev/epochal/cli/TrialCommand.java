package dev.epochal.cli;

import dev.epochal.runner.StopWish;
import dev.epochal.runner.machine.Machine;
import dev.epochal.runner.sweep.TrialHost;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** For the process of a sweep: carries out what it reads, and says how it gets on. */
@Command(name = TrialCommand.NAME, hidden = true)
final class TrialCommand implements Callable<Integer> {
  static final String NAME = "trial";

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;
  private final StopSignal stop;

  TrialCommand(Console console, StopSignal stop) {
    this.console = console;
    this.stop = stop;
  }

  /** What makes a JVM such a process, of a sweep that records in a folder of runs. */
  static List<String> host(String runs) {
    return List.of(Main.class.getName(), NAME, "--runs", runs);
  }

  @Override
  public Integer call() {
    StopWish signalled = stop::requested;
    new TrialHost(
            common.workplace(),
            Machine.here(),
            CommonOptions.home(),
            System.in,
            console.outStream(),
            signalled,
            stop::recording)
        .run();
    return 0;
  }
}
