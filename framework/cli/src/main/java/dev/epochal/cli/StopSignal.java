package dev.epochal.cli;

import org.jline.utils.Signals;

/**
 * Ctrl-C or SIGTERM. Before a run has a record, it ends the program: there is nothing to keep. From
 * then on it is a wish: the run finishes its step, saves where it stands and is recorded as KILLED;
 * a second one ends the program at once. The exit code is 130 each time.
 *
 * <p>A signal handler and not a shutdown hook: in a shutdown the platform closes log files at once,
 * and the exit status is no longer ours.
 */
final class StopSignal {
  static final int INTERRUPTED = 130;

  private final Console console;
  private boolean recording;
  private volatile boolean requested;

  StopSignal(Console console) {
    this.console = console;
  }

  /** From now on the signals come here. */
  void listen() {
    Signals.register("INT", this::request);
    Signals.register("TERM", this::request);
  }

  /** From now on there is something to keep; does not return if a signal came before. */
  synchronized void recording() {
    recording = true;
  }

  /** Whether the run should end. */
  boolean requested() {
    return requested;
  }

  /** Holds the lock while it ends the program, so that no record is begun meanwhile. */
  private synchronized void request() {
    if (!recording) {
      console.say("stopped before the run began: nothing was recorded");
      Runtime.getRuntime().halt(INTERRUPTED);
    }
    if (requested) {
      console.say("stopped at once: what was saved before is kept");
      Runtime.getRuntime().halt(INTERRUPTED);
    }
    requested = true;
    console.say("stopping after this step (once more: at once) …");
  }
}
