package dev.epochal.cli;

import dev.epochal.core.run.RunRecord;
import dev.epochal.registry.Registry;
import dev.epochal.runner.ResumeRequest;
import dev.epochal.runner.RunExecutor;
import dev.epochal.runner.Workplace;
import dev.epochal.runner.machine.Machine;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Goes on with a run that was stopped or found dead. */
@Command(
    name = "resume",
    description = "Go on with a run that was stopped or killed, from its last checkpoint.")
final class ResumeCommand implements Callable<Integer>, Trains {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunArgument run;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private ThreadsOption threads;

  @Option(names = "--json", description = "Print the run's record, as show --json does.")
  private boolean json;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;
  private final StopSignal stop;

  ResumeCommand(Console console, StopSignal stop) {
    this.console = console;
    this.stop = stop;
  }

  @Override
  public @Nullable Integer threads() {
    Registry registry = common.workplace().registry(notice -> {});
    return threads.orAsManyAs(registry.folder(run.in(registry, Console.silent())));
  }

  @Override
  public Integer call() {
    threads.written();
    Workplace workplace = common.workplace();
    String reference = run.in(workplace.registry(console::say), console);
    RunRecord over;
    try (RunDisplay display = new RunDisplay(console, stop)) {
      over =
          new RunExecutor(display)
              .resume(
                  new ResumeRequest(
                      reference, workplace, Machine.here(), CommonOptions.home(), stop::requested));
    }
    return new RunResult(over, workplace).answer(console, json, stop);
  }
}
