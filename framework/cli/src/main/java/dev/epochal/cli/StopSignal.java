package dev.epochal.cli;

import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C or SIGTERM, turned into a wish: the run finishes its update, is recorded as KILLED, and
 * the program exits with 130. A second one ends the program at once.
 *
 * <p>A signal handler and not a shutdown hook: in a shutdown the platform closes log files at once,
 * and the exit status is no longer ours.
 */
final class StopSignal implements AutoCloseable {
  private static final int INTERRUPTED = 130;

  private final Console console;
  private volatile boolean requested;
  private @Nullable Object interruptBefore;
  private @Nullable Object terminateBefore;

  StopSignal(Console console) {
    this.console = console;
  }

  /** From now on signals are wishes; before, they end the program. */
  void listen() {
    interruptBefore = Signals.register("INT", this::request);
    terminateBefore = Signals.register("TERM", this::request);
  }

  boolean requested() {
    return requested;
  }

  private void request() {
    if (requested) {
      Runtime.getRuntime().halt(INTERRUPTED);
    }
    requested = true;
    console.say("stopping after this update (once more: at once) …");
  }

  @Override
  public void close() {
    if (interruptBefore != null) {
      Signals.unregister("INT", interruptBefore);
    }
    if (terminateBefore != null) {
      Signals.unregister("TERM", terminateBefore);
    }
  }
}
