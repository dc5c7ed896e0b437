package dev.epochal.ui.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;

/**
 * Server-sent events to one reader. No thread waits for it: what it has not taken yet is kept, and
 * a reader that lags far behind is left, to ask again from where it stands.
 */
final class EventWriter implements EventStream.Reader {
  private static final int MOST_WAITING = 256;

  /** One event alone may be longer. */
  static final long MOST_BYTES = 8L << 20;

  private final Content.Sink sink;
  private final Callback whole;
  private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
  private long bytes;
  private boolean writing;
  private boolean ending;
  private boolean gone;

  /**
   * @param whole is told when all is over
   */
  EventWriter(Content.Sink sink, Callback whole) {
    this.sink = sink;
    this.whole = whole;
  }

  @Override
  public void send(String name, String json) {
    put("event: " + name + "\ndata: " + json + "\n\n");
  }

  @Override
  public void stillHere() {
    put(":\n\n");
  }

  @Override
  public synchronized boolean isGone() {
    return gone || ending;
  }

  @Override
  public void end() {
    synchronized (this) {
      if (gone || ending) {
        return;
      }
      ending = true;
      if (writing) {
        return; // the last write goes on with it
      }
      writing = true;
    }
    write();
  }

  private void put(String text) {
    synchronized (this) {
      if (gone || ending) {
        return;
      }
      byte[] event = text.getBytes(StandardCharsets.UTF_8);
      boolean room = waiting.isEmpty() || bytes + event.length <= MOST_BYTES;
      if (!room || waiting.size() >= MOST_WAITING) {
        ending = true;
      } else {
        waiting.add(ByteBuffer.wrap(event));
        bytes += event.length;
      }
      if (writing) {
        return;
      }
      writing = true;
    }
    write();
  }

  private void write() {
    ByteBuffer next;
    boolean last;
    synchronized (this) {
      next = waiting.poll();
      last = next == null;
      bytes -= next == null ? 0 : next.remaining();
      if (last && !ending) {
        writing = false;
        return;
      }
      gone = gone || last;
    }
    if (last) {
      sink.write(true, ByteBuffer.allocate(0), whole);
    } else {
      sink.write(false, next, Callback.from(this::write, this::failed));
    }
  }

  private void failed(Throwable failure) {
    synchronized (this) {
      gone = true;
      waiting.clear();
      bytes = 0;
    }
    whole.failed(failure);
  }
}
