package dev.epochal.runner.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** A text file as it grows, in whole lines, a window at a time. */
public final class LogTail {
  static final int WINDOW = 1 << 16;

  private final Path log;
  private final Consumer<String> text;
  private long offset;

  public LogTail(Path log, Consumer<String> text) {
    this.log = log;
    this.text = text;
  }

  /** Leaves out all but the last lines of what is there now. */
  public void skipToLast(int lines) throws IOException {
    try (FileChannel file = open()) {
      long end = file.size();
      long at = end;
      int found = 0;
      while (at > 0) {
        long from = Math.max(0, at - WINDOW);
        byte[] window = read(file, from, at);
        for (int i = window.length - 1; i >= 0; i--) {
          // The newline that ends the last line begins no other.
          if (window[i] == '\n' && from + i + 1 < end && ++found == lines) {
            offset = from + i + 1;
            return;
          }
        }
        at = from;
      }
      offset = lines == 0 ? end : 0;
    }
  }

  /**
   * Hands over what came since the last call.
   *
   * @param last whether nothing will follow; until then a line that is not whole waits
   */
  public void read(boolean last) throws IOException {
    try (FileChannel file = open()) {
      int taken;
      do {
        byte[] window = read(file, offset, Math.min(file.size(), offset + WINDOW));
        taken = whole(window, last);
        if (taken > 0) {
          text.accept(new String(window, 0, taken, StandardCharsets.UTF_8));
          offset += taken;
        }
      } while (taken > 0);
    }
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(log, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
  }

  /** How much of a window can be said: up to its last newline. */
  private static int whole(byte[] window, boolean last) {
    int end = window.length;
    if (last && end < WINDOW) {
      return end;
    }
    while (end > 0 && window[end - 1] != '\n') {
      end--;
    }
    if (end == 0 && window.length == WINDOW) {
      // One endless line: up to where a character begins.
      end = WINDOW - 1;
      while (end > 1 && (window[end] & 0xC0) == 0x80) {
        end--;
      }
    }
    return end;
  }

  private static byte[] read(FileChannel file, long from, long to) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, to - from));
    while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) >= 0) {
      // Reads until the window is full or the file ends.
    }
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }
}
