package dev.epochal.core.run;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a run FAILED whose process ended without a word, as the process that started it saw. */
public final class ProcessDeath {
  private static final String BEGINNING = "its process ended without a word: ";

  /** What a shell adds to the number of the signal that a process died of. */
  private static final int SIGNALLED = 128;

  private static final Map<Integer, String> SIGNALS =
      Map.of(
          1, "SIGHUP: its terminal closed",
          2, "SIGINT: interrupted",
          4, "SIGILL: native code for another CPU",
          6, "SIGABRT: native code gave up, as after a crash of the JVM",
          7, "SIGBUS: native code read what is not there, as when a disk is full",
          8, "SIGFPE: native code",
          9, "SIGKILL: killed, as by the kernel when memory runs out",
          11, "SIGSEGV: native code crashed",
          15, "SIGTERM: asked to end");

  /** Signals that somebody sends, and that tell nothing of the run itself. */
  private static final Set<Integer> FROM_OUTSIDE = Set.of(1, 2, 9, 15);

  private ProcessDeath() {}

  /**
   * In words.
   *
   * @param exit the process's exit status; 128 and the signal's number, if it died of one
   * @param lastLines of what it printed; may be empty
   */
  public static String sentence(int exit, String lastLines) {
    String signal = SIGNALS.get(exit - SIGNALLED);
    String how =
        signal != null
            ? signal
            : exit > SIGNALLED ? "signal " + (exit - SIGNALLED) : "exit status " + exit;
    String last = lastLines.strip();
    return BEGINNING + how + (last.isEmpty() ? "" : "; its last lines:\n" + last);
  }

  /** Whether a run FAILED so: then it can be gone on with. */
  public static boolean isTheReason(@Nullable String reason) {
    return reason != null && reason.startsWith(BEGINNING);
  }

  /** Whether it FAILED by a signal from outside: nothing says that it would again. */
  public static boolean isInterruption(@Nullable String reason) {
    return isTheReason(reason)
        && FROM_OUTSIDE.stream()
            .map(signal -> BEGINNING + SIGNALS.get(signal))
            .anyMatch(String.valueOf(reason)::startsWith);
  }
}
