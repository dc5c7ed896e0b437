package dev.epochal.registry.folder;

import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.UiFrame;
import dev.epochal.core.run.UiSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Appends frames to a run's session of the training UI, from a thread of its own. Nothing here
 * throws or waits: what the disk does not take in time is left out and told once.
 */
public final class UiSessionWriter implements AutoCloseable {
  /** A few megabytes of the largest networks' reports. */
  private static final int CAPACITY = 64;

  private static final long CLOSING_SECONDS = 10;
  private static final long CHECKED_BYTES = 4 << 20;

  /** Below that what is left of the disk belongs to models and histories. */
  private static final long SPARED_BYTES = 64 << 20;

  private final RunRecorder recorder;
  private final BlockingQueue<UiFrame> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final Thread thread = new Thread(this::run, "epochal-training-ui");
  private volatile boolean closing;
  private volatile boolean ended;
  private boolean lost;
  private @Nullable FileChannel channel;

  private UiSessionWriter(RunRecorder recorder) {
    this.recorder = recorder;
    thread.setDaemon(true);
  }

  /** Begins the file, or goes on after its last whole frame. */
  public static UiSessionWriter open(RunRecorder recorder) {
    UiSessionWriter writer = new UiSessionWriter(recorder);
    try {
      writer.channel = channel(recorder.folder());
    } catch (IOException e) {
      writer.failed(e);
    }
    writer.thread.start();
    return writer;
  }

  private static FileChannel channel(RunFolder folder) throws IOException {
    long whole = 0;
    UiSession.Chunk chunk;
    do {
      chunk = UiSession.read(folder.uiSession(), whole, CHECKED_BYTES);
      whole = chunk.offset();
    } while (!chunk.atEnd());
    FileChannel channel =
        FileChannel.open(
            folder.uiSession(),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    try {
      channel.truncate(whole);
      channel.position(whole);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Hands a frame over; costs the calling thread microseconds. */
  public void add(UiFrame frame) {
    if (!ended && !queue.offer(frame) && !lost) {
      lost = true;
      recorder.failed(name(), new IOException("the disk takes reports too slowly; some are lost"));
    }
  }

  private void run() {
    try {
      while (true) {
        UiFrame frame = queue.poll(closing ? 0 : 200, TimeUnit.MILLISECONDS);
        if (frame != null) {
          write(frame);
        } else if (closing) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end();
    }
  }

  private void write(UiFrame frame) {
    FileChannel file = channel;
    if (file == null) {
      return;
    }
    try {
      long left = Files.getFileStore(recorder.folder().path()).getUsableSpace();
      // Some file systems do not know, and say 0.
      if (left > 0 && left < SPARED_BYTES) {
        throw new IOException("the disk is nearly full: no more reports are kept");
      }
      ByteBuffer bytes = UiSession.encode(frame);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      failed(e);
    }
  }

  /** A torn frame would hide what comes after it. */
  private void failed(Throwable why) {
    recorder.failed(name(), why);
    end();
  }

  private void end() {
    ended = true;
    FileChannel file = channel;
    channel = null;
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        // What was written is written.
      }
    }
  }

  private String name() {
    return String.valueOf(recorder.folder().uiSession().getFileName());
  }

  /** Writes what is left. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(CLOSING_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
