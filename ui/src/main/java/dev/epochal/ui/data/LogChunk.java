package dev.epochal.ui.data;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;

/**
 * A piece of a run's log.
 *
 * @param from the byte that it begins at
 * @param to where to read on
 * @param size of the whole log by now
 */
public record LogChunk(long from, long to, long size, String text) {
  private static final int WINDOW = 256 << 10;

  /**
   * Reads a window.
   *
   * @param from the first byte; negative for the end of the log
   */
  public static LogChunk of(RunFolder folder, long from) {
    try (FileChannel file =
        FileChannel.open(folder.log(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      long size = file.size();
      long start = from < 0 || from > size ? Math.max(0, size - WINDOW) : from;
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(WINDOW, size - start));
      while (buffer.hasRemaining() && file.read(buffer, start + buffer.position()) >= 0) {
        // Reads until the window is full or the file ends.
      }
      int end = wholeCharacters(buffer.array(), buffer.position());
      return new LogChunk(
          start, start + end, size, new String(buffer.array(), 0, end, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return new LogChunk(0, 0, 0, "");
    } catch (IOException e) {
      throw new EpochalException("cannot read " + folder.log() + ": " + e, e);
    }
  }

  /** Without the beginning of a character whose rest is still to come. */
  private static int wholeCharacters(byte[] bytes, int length) {
    int at = length;
    while (at > 0 && length - at < 3 && (bytes[at - 1] & 0xC0) == 0x80) {
      at--;
    }
    if (at == 0 || (bytes[at - 1] & 0xC0) != 0xC0) {
      return length;
    }
    int first = bytes[at - 1] & 0xFF;
    int needed = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    return length - at + 1 < needed ? at - 1 : length;
  }
}
