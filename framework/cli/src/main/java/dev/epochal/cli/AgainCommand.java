package dev.epochal.cli;

import dev.epochal.registry.Registry;
import dev.epochal.runner.Workplace;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** A command that trains what a run was trained with, by default with as many threads as it had. */
abstract class AgainCommand implements Callable<Integer>, Trains {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunArgument run;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private ThreadsOption threads;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;
  private final StopSignal stop;

  AgainCommand(Console console, StopSignal stop) {
    this.console = console;
    this.stop = stop;
  }

  @Override
  public final @Nullable Integer threads() {
    return threads.orAsManyAs(run, common.workplace());
  }

  /**
   * The number of threads as it was written; null when it was not.
   *
   * @throws dev.epochal.core.problem.InvalidInputException when it is no number of threads
   */
  final @Nullable Integer writtenThreads() {
    return threads.written();
  }

  final Workplace workplace() {
    return common.workplace();
  }

  /** What the registry finds the run by. */
  final String reference(Registry registry) {
    return run.in(registry, console);
  }

  final Console console() {
    return console;
  }

  final StopSignal stop() {
    return stop;
  }
}
