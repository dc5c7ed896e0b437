package dev.epochal.registry.folder;

import dev.epochal.core.json.Json;
import dev.epochal.core.run.JournalEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Appends entries to a journal from a thread of its own: once a second, and at the end of each
 * epoch. What it cannot write it keeps and tries again; what does not fit in the queue meanwhile is
 * lost and counted.
 */
final class JournalWriter {
  /** Several seconds of the smallest networks' updates; a megabyte or two. */
  static final int CAPACITY = 1 << 16;

  private static final long FLUSH_MILLIS = 1_000;
  private static final byte[] NOTHING = {};

  private final FileChannel channel;
  private final BlockingQueue<JournalEntry> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final Semaphore wake = new Semaphore(0);
  private final AtomicLong lost = new AtomicLong();
  private final Thread thread = new Thread(this::run, "epochal-journal");
  private volatile boolean closing;
  private volatile @Nullable String failure;

  /** Lines that a failed write left over, and how many; the writer thread's own. */
  private byte[] pending = NOTHING;

  private long pendingEntries;

  private JournalWriter(FileChannel channel) {
    this.channel = channel;
    thread.setDaemon(true);
  }

  /** Creates the file, which must not exist. */
  static JournalWriter create(Path journal) throws IOException {
    return to(FileChannel.open(journal, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  /** Appends to what is open already. */
  static JournalWriter to(FileChannel channel) {
    JournalWriter writer = new JournalWriter(channel);
    writer.thread.start();
    return writer;
  }

  /** Hands an entry over; never waits and never throws. */
  void add(JournalEntry entry) {
    if (!queue.offer(entry)) {
      lost.incrementAndGet();
    } else if (entry instanceof JournalEntry.Epoch) {
      wake.release();
    }
  }

  /**
   * Writes what is left and closes the file.
   *
   * @return what was lost, said in one sentence; null when everything is on the disk
   */
  @Nullable String close() {
    closing = true;
    wake.release();
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
    lost.addAndGet(pendingEntries + queue.size());
    return lost.get() == 0
        ? null
        : "journal.jsonl: "
            + lost.get()
            + " entries were lost: "
            + (failure == null ? "they came faster than they could be written" : failure);
  }

  private void run() {
    try (channel) {
      boolean last;
      do {
        wake.tryAcquire(FLUSH_MILLIS, TimeUnit.MILLISECONDS);
        wake.drainPermits();
        last = closing;
        boolean written;
        do {
          written = flush();
        } while (written && !queue.isEmpty());
      } while (!last);
    } catch (Throwable e) {
      failure = failure == null ? e.toString() : failure;
    }
  }

  /** Whether everything that was in the queue is on the disk. */
  private boolean flush() throws IOException {
    if (pendingEntries == 0) {
      List<JournalEntry> entries = new ArrayList<>();
      queue.drainTo(entries);
      // Counted before they are written as JSON, so that none is lost unsaid should that fail.
      pendingEntries = entries.size();
      pending = lines(entries);
    }
    if (pendingEntries == 0) {
      return true;
    }
    long start = channel.position();
    try {
      ByteBuffer buffer = ByteBuffer.wrap(pending);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(false);
      pending = NOTHING;
      pendingEntries = 0;
      return true;
    } catch (IOException e) {
      failure = e.getMessage() == null ? e.toString() : e.getMessage();
      // A torn line in the middle would be lost with the line after it.
      channel.truncate(start);
      return false;
    }
  }

  private static byte[] lines(List<JournalEntry> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * entries.size());
    for (JournalEntry entry : entries) {
      bytes.writeBytes(Json.line(entry).getBytes(StandardCharsets.UTF_8));
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }
}
