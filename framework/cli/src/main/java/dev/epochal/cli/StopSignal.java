package dev.epochal.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C or SIGTERM, turned into a wish: the run finishes its update, is recorded as KILLED, and
 * the program exits with 130.
 */
final class StopSignal implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean requested;

  private StopSignal() {}

  static StopSignal listen() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(signal::shutDown, "epochal-stop"));
    return signal;
  }

  boolean requested() {
    return requested;
  }

  /** Nothing is left to be stopped. */
  @Override
  public void close() {
    done.countDown();
  }

  private void shutDown() {
    if (done.getCount() == 0) {
      return;
    }
    requested = true;
    try {
      done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // The JVM's own status would be 130 or 143, by the signal; both mean the same to us.
    Runtime.getRuntime().halt(130);
  }
}
