package dev.epochal.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Waits for what will be true, and no longer than that. */
final class Await {
  private static final long SECONDS = 120;

  private Await() {}

  static void until(Callable<Boolean> condition, Supplier<String> otherwise) throws Exception {
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + SECONDS + " s: " + otherwise.get());
      }
      Thread.sleep(50);
    }
  }
}
