package dev.epochal.engine.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Closes a stream that yields nothing for too long, since a read of the HTTP client's body has no
 * time-out of its own.
 */
final class StallGuard implements AutoCloseable {
  private final Timer timer = new Timer("epochal-stall", true);
  private final Duration patience;
  private volatile long last = System.nanoTime();
  private volatile boolean stalled;

  StallGuard(InputStream body, Duration patience) {
    this.patience = patience;
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            if (System.nanoTime() - last > patience.toNanos()) {
              stalled = true;
              cancel();
              closed(body);
            }
          }
        },
        100,
        100);
  }

  /** Something came. */
  void progress() {
    last = System.nanoTime();
  }

  /** Throws if the stream ended because this closed it. */
  void check() throws IOException {
    if (stalled) {
      throw new IOException("nothing came for " + patience.toSeconds() + " s");
    }
  }

  @Override
  public void close() {
    timer.cancel();
  }

  private static void closed(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      // The reader hears of it, and that is all that this is for.
    }
  }
}
