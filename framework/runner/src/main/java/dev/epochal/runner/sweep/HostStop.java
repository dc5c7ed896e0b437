package dev.epochal.runner.sweep;

import dev.epochal.runner.StopWish;
import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Who wants a trial to stop: its own process's user, its sweep, or nobody any more. */
final class HostStop implements StopWish {
  private final StopWish signalled;
  private volatile @Nullable String told;

  HostStop(StopWish signalled) {
    this.signalled = signalled;
  }

  /** From now on, a line says why to stop, and so does the end: whoever started this is gone. */
  void listen(BufferedReader lines) {
    Thread thread =
        new Thread(
            () -> {
              try {
                String line = lines.readLine();
                told = line == null ? "stopped because its sweep's process is gone," : line;
              } catch (IOException e) {
                told = "stopped because its sweep cannot be heard any more (" + e + "),";
              }
            },
            "epochal-told");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public boolean getAsBoolean() {
    return told != null || signalled.getAsBoolean();
  }

  @Override
  public String words() {
    String why = told;
    return why != null ? why : signalled.words();
  }
}
