package dev.epochal.registry;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Where processes wait for the database: whoever is in it is the next to have the database, and
 * leaves when he has it. So a process that comes back at once, as one does that lists all the time,
 * overtakes nobody; without it, writers beside one waited two seconds and more for a turn.
 *
 * <p>A lock of the operating system on a hidden file beside the database; it ends with its process.
 */
final class Turnstile implements AutoCloseable {
  private static final int LONGEST_PAUSE_MILLIS = 8;

  private final @Nullable FileChannel channel;

  private Turnstile(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits to be the next.
   *
   * @param deadline by {@link System#nanoTime()}
   * @return null when somebody else was the next until then; where no such file can be had, as in a
   *     folder that only can be read, one that keeps nobody waiting
   */
  static @Nullable Turnstile enter(DatabaseFile database, long deadline)
      throws InterruptedException {
    Path file = database.path().resolveSibling("." + database.path().getFileName() + ".next");
    try {
      return enter(
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE), deadline);
    } catch (IOException e) {
      return new Turnstile(null);
    }
  }

  private static @Nullable Turnstile enter(FileChannel channel, long deadline)
      throws IOException, InterruptedException {
    try {
      FileLock lock = channel.tryLock();
      while (lock == null && System.nanoTime() < deadline) {
        Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS + 1));
        lock = channel.tryLock();
      }
      if (lock != null) {
        return new Turnstile(channel);
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return null;
  }

  @Override
  public void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // It ends with the process at the latest.
      }
    }
  }
}
