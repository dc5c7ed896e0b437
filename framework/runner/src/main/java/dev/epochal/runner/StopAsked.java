package dev.epochal.runner;

import dev.epochal.core.run.RunFolder;
import dev.epochal.registry.folder.StopRequest;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Whether a run is to stop: by its own process, where somebody pressed Ctrl-C, or by {@code ./run
 * stop} in another one, which leaves a file in the run's folder. The file is looked for on a thread
 * of its own, so training asks a flag alone.
 */
final class StopAsked implements StopWish, AutoCloseable {
  private static final long PAUSE_MILLIS = 500;

  private final RunFolder folder;
  private final StopWish here;
  private final Consumer<String> messages;
  private final Semaphore closed = new Semaphore(0);
  private final Thread thread = new Thread(this::look, "epochal-stop");
  private volatile boolean elsewhere;

  private StopAsked(RunFolder folder, StopWish here, Consumer<String> messages) {
    this.folder = folder;
    this.here = here;
    this.messages = messages;
    thread.setDaemon(true);
  }

  /**
   * Starts looking.
   *
   * @param here whether this process was asked
   * @param messages is told when another one asks, from the thread that found out
   */
  static StopAsked start(RunFolder folder, StopWish here, Consumer<String> messages) {
    StopAsked asked = new StopAsked(folder, here, messages);
    asked.thread.start();
    return asked;
  }

  @Override
  public boolean getAsBoolean() {
    return elsewhere || here.getAsBoolean();
  }

  /** Who asked, as a reason begins. */
  @Override
  public String words() {
    return here.getAsBoolean() ? here.words() : "asked to stop by ./run stop";
  }

  private void look() {
    try {
      do {
        if (StopRequest.isAsked(folder)) {
          elsewhere = true;
          messages.accept("asked to stop by ./run stop: stopping after this step …");
          return;
        }
      } while (!closed.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks no more; what was asked stays asked. */
  @Override
  public void close() {
    closed.release();
  }
}
