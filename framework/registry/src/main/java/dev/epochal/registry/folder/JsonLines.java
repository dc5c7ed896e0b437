package dev.epochal.registry.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.epochal.core.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a file of a JSON document in each line, which may still be written to. A line counts once
 * its newline is there, so a last line torn by a kill is never taken.
 */
final class JsonLines<T> {
  /** Bytes read at once: bounds the memory, and no line of ours comes near it. */
  static final int WINDOW = 4 << 20;

  private final ObjectReader reader;

  JsonLines(Class<T> type) {
    reader = Json.mapper().readerFor(type);
  }

  /**
   * A stretch of the file.
   *
   * @param values in their order
   * @param offset the byte after the last line that was taken: where to read on
   * @param atEnd whether no complete line follows
   * @param problems lines that could not be read, and were passed over
   */
  record Chunk<T>(List<T> values, long offset, boolean atEnd, List<String> problems) {}

  /**
   * Reads complete lines from a byte on, as many as fit in a few megabytes.
   *
   * @param offset where a line starts: 0, or a chunk's {@link Chunk#offset()}
   * @return nothing, when the file is not there yet
   */
  Chunk<T> read(Path file, long offset) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return new Chunk<>(List.of(), offset, true, List.of());
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < offset) {
        return new Chunk<>(
            List.of(),
            offset,
            true,
            List.of(file + " was cut: " + size + " bytes where " + offset + " were read"));
      }
      byte[] window = new byte[(int) Math.min(WINDOW, size - offset)];
      ByteBuffer buffer = ByteBuffer.wrap(window);
      while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
        // Reads until the window is full or the file ends.
      }
      int length = buffer.position();
      return lines(file, offset, window, length, offset + length < size);
    }
  }

  private Chunk<T> lines(Path file, long offset, byte[] bytes, int length, boolean more) {
    List<T> values = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        try {
          T value = reader.readValue(bytes, start, i - start);
          if (value == null) {
            problems.add(unreadable(file, offset + start, "it holds nothing"));
          } else {
            values.add(value);
          }
        } catch (JsonProcessingException e) {
          problems.add(unreadable(file, offset + start, e.getOriginalMessage()));
        } catch (IOException e) {
          problems.add(unreadable(file, offset + start, e.toString()));
        }
        start = i + 1;
      }
    }
    if (start == 0 && more) {
      problems.add(unreadable(file, offset, "a line of more than " + WINDOW + " bytes"));
      start = length;
    }
    return new Chunk<>(values, offset + start, !more, problems);
  }

  private static String unreadable(Path file, long at, String why) {
    return file + " has an unreadable line at byte " + at + ", passed over: " + why;
  }
}
