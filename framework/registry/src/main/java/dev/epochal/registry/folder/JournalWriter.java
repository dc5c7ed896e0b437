package dev.epochal.registry.folder;

import dev.epochal.core.json.Json;
import dev.epochal.core.run.JournalEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Appends entries to a journal from a thread of its own: once a second, and at the end of each
 * epoch. What it cannot write it keeps and tries again; what does not fit in the queue meanwhile is
 * lost and counted. Updates are lost first, whether it is memory or the disk that has no room.
 */
final class JournalWriter {
  /** Several seconds of the smallest networks' updates; a few megabytes. */
  static final int CAPACITY = 1 << 16;

  /** Places in the queue that updates leave to the others, which are few and tell more. */
  static final int SPARED = 1 << 12;

  private static final long FLUSH_MILLIS = 1_000;
  private static final Comparator<JournalEntry> UPDATES_LAST =
      Comparator.comparing(entry -> entry instanceof JournalEntry.Update);

  private final @Nullable Path file;
  private final Consumer<String> trouble;
  private final BlockingQueue<JournalEntry> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final Semaphore wake = new Semaphore(0);
  private final Collection<CountDownLatch> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicLong lost = new AtomicLong();
  private final Thread thread = new Thread(this::run, "epochal-journal");
  private volatile boolean closing;
  private volatile @Nullable String failure;

  /** From here on the writer thread's own, until it has ended: what a failed write left over. */
  private final List<JournalEntry> pending = new ArrayList<>();

  private FileChannel channel;
  private long written;
  private volatile boolean failing;

  private JournalWriter(@Nullable Path file, FileChannel channel, Consumer<String> trouble) {
    this.file = file;
    this.channel = channel;
    this.trouble = trouble;
    thread.setDaemon(true);
  }

  /**
   * Creates the file, which must not exist.
   *
   * @param trouble is told when entries can no longer be written, from the writer's thread
   */
  static JournalWriter create(Path journal, Consumer<String> trouble) throws IOException {
    return started(
        new JournalWriter(
            journal,
            FileChannel.open(journal, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            trouble));
  }

  /**
   * Goes on with a file after its last whole line: what a kill left of another is cut off. A file
   * that is not there begins anew.
   *
   * @param trouble is told when entries can no longer be written, from the writer's thread
   */
  static JournalWriter append(Path journal, Consumer<String> trouble) throws IOException {
    FileChannel channel =
        FileChannel.open(
            journal,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    try {
      channel.truncate(wholeLines(channel));
      channel.position(channel.size());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return started(new JournalWriter(journal, channel, trouble));
  }

  /** Where the last whole line ends. */
  private static long wholeLines(FileChannel channel) throws IOException {
    ByteBuffer window = ByteBuffer.allocate(1 << 16);
    long end = channel.size();
    while (end > 0) {
      long start = Math.max(0, end - window.capacity());
      window.clear().limit((int) (end - start));
      while (window.hasRemaining() && channel.read(window, start + window.position()) >= 0) {
        // Reads until the window is full.
      }
      for (int i = window.position() - 1; i >= 0; i--) {
        if (window.get(i) == '\n') {
          return start + i + 1;
        }
      }
      end = start;
    }
    return 0;
  }

  /** Appends to what is open already. */
  static JournalWriter to(FileChannel channel, Consumer<String> trouble) {
    return started(new JournalWriter(null, channel, trouble));
  }

  private static JournalWriter started(JournalWriter writer) {
    writer.thread.start();
    return writer;
  }

  /** Hands an entry over; never waits and never throws. */
  void add(JournalEntry entry) {
    boolean update = entry instanceof JournalEntry.Update;
    if ((update && queue.remainingCapacity() <= SPARED) || !queue.offer(entry)) {
      lost.incrementAndGet();
    } else if (entry instanceof JournalEntry.Epoch) {
      wake.release();
    }
  }

  /**
   * Waits until what was handed over is on the disk.
   *
   * @return whether it is: not when the disk takes no more, or the writer has ended
   */
  boolean flush() {
    CountDownLatch written = new CountDownLatch(1);
    waiting.add(written);
    wake.release();
    try {
      while (!written.await(FLUSH_MILLIS, TimeUnit.MILLISECONDS)) {
        if (failing || !thread.isAlive()) {
          return false;
        }
      }
      return !failing;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waiting.remove(written);
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
    lost.addAndGet(pending.size() + queue.size());
    return lost.get() == 0
        ? null
        : "journal.jsonl: "
            + lost.get()
            + " entries were lost: "
            + (failure == null ? "they came faster than they could be written" : failure);
  }

  private void run() {
    try {
      boolean last;
      do {
        wake.tryAcquire(FLUSH_MILLIS, TimeUnit.MILLISECONDS);
        wake.drainPermits();
        last = closing;
        // Whoever waits was here before what it waits for is taken from the queue.
        List<CountDownLatch> waited = List.copyOf(waiting);
        boolean done;
        do {
          done = flush(last);
        } while (done && !queue.isEmpty());
        waited.forEach(CountDownLatch::countDown);
      } while (!last);
      channel.close();
    } catch (Throwable e) {
      failure = failure == null ? e.toString() : failure;
    }
  }

  /**
   * Writes what is in the queue.
   *
   * @param last whether nothing will follow
   * @return whether everything is on the disk
   */
  private boolean flush(boolean last) {
    queue.drainTo(pending);
    if (failing) {
      sparing();
    }
    if (pending.isEmpty()) {
      return true;
    }
    try {
      openAgainIfGone();
      write(lines(pending), keptOfTooMuch(last));
      failing = false;
      return true;
    } catch (IOException e) {
      failure = FileTrouble.why(e);
      if (failing) {
        return false;
      }
      failing = true;
      trouble.accept("journal.jsonl: cannot be written now, tried again: " + failure);
      // At once, what matters first: this may have been the last time.
      return flush(last);
    }
  }

  /** Little room is for what matters, and what waits for more must fit into memory. */
  private void sparing() {
    pending.sort(UPDATES_LAST);
    if (pending.size() > CAPACITY) {
      List<JournalEntry> most = pending.subList(CAPACITY, pending.size());
      lost.addAndGet(most.size());
      most.clear();
    }
  }

  /**
   * How many entries may stay on a disk that has no room for all: none until what matters comes
   * first, then what matters alone, since more of that will come; in the end whatever fits.
   */
  private long keptOfTooMuch(boolean last) {
    if (!failing) {
      return 0;
    }
    return last
        ? pending.size()
        : pending.stream().filter(entry -> !(entry instanceof JournalEntry.Update)).count();
  }

  /** Writes all lines, or at most so many of those that there is room for. */
  private void write(byte[] lines, long most) throws IOException {
    long start = channel.position();
    ByteBuffer buffer = ByteBuffer.wrap(lines);
    int kept = 0;
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(false);
      kept = lines.length;
    } catch (IOException e) {
      if (buffer.hasRemaining()) {
        kept = afterLines(lines, buffer.position(), most);
      }
      throw e;
    } finally {
      if (kept < lines.length) {
        // A torn line in the middle would be lost with the line after it.
        channel.truncate(start + kept);
      }
      written(lines, kept);
    }
  }

  private void written(byte[] lines, int bytes) {
    int entries = 0;
    for (int i = 0; i < bytes; i++) {
      entries += lines[i] == '\n' ? 1 : 0;
    }
    pending.subList(0, entries).clear();
    written += entries;
  }

  private static int afterLines(byte[] lines, int end, long most) {
    int after = 0;
    long whole = 0;
    for (int i = 0; i < end && whole < most; i++) {
      if (lines[i] == '\n') {
        after = i + 1;
        whole++;
      }
    }
    return after;
  }

  /** A file that was deleted takes every write and keeps none. */
  private void openAgainIfGone() throws IOException {
    if (file == null || Files.exists(file)) {
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    FileChannel again =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel.close();
    channel = again;
    lost.addAndGet(written);
    written = 0;
    failure = "the file was deleted while the run went on";
    trouble.accept("journal.jsonl: " + failure);
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
