package dev.epochal.runner;

import dev.epochal.core.run.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes a sample of the machine at once, then each second, and a last one on closing, on a thread
 * of its own. After ten minutes the pauses grow with the run, so that a week has some 5,000
 * samples.
 */
final class SystemSampler implements AutoCloseable {
  private static final long SECOND = 1_000_000_000L;

  /** The pause is this part of the time since the beginning, and a second at least. */
  private static final long PART = 600;

  private final Supplier<SortedMap<String, Double>> metrics;
  private final Consumer<JournalEntry> journal;
  private final long beganNanos;
  private final Semaphore closed = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "epochal-system");
  private long lastSecond = -1;

  private SystemSampler(
      Supplier<SortedMap<String, Double>> metrics, Instant began, Consumer<JournalEntry> journal) {
    this.metrics = metrics;
    this.journal = journal;
    this.beganNanos = System.nanoTime() - Duration.between(began, Instant.now()).toNanos();
    thread.setDaemon(true);
  }

  /**
   * Starts sampling.
   *
   * @param began when the run did: from there seconds are counted
   * @param journal takes the samples
   */
  static SystemSampler start(
      Supplier<SortedMap<String, Double>> metrics, Instant began, Consumer<JournalEntry> journal) {
    SystemSampler sampler = new SystemSampler(metrics, began, journal);
    sampler.thread.start();
    return sampler;
  }

  /** How long to pause after {@code elapsed} nanoseconds. */
  static long pause(long elapsed) {
    return Math.max(SECOND, elapsed / PART / SECOND * SECOND);
  }

  private void run() {
    try {
      long due = System.nanoTime();
      boolean last = false;
      while (!last) {
        sample();
        due = Math.max(due + pause(due - beganNanos), System.nanoTime());
        last = closed.tryAcquire(due - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
      sample();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Seconds are whole, and no two samples have the same one: they are the history's steps. */
  private void sample() {
    long second = Math.round((System.nanoTime() - beganNanos) / (double) SECOND);
    lastSecond = Math.max(second, lastSecond + 1);
    journal.accept(new JournalEntry.SystemSample(lastSecond, metrics.get()));
  }

  @Override
  public void close() {
    closed.release();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
