package dev.epochal.registry.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.JournalEntry;
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
 * Reads a journal, which may still be written to. A line counts once its newline is there, so a
 * last line torn by a kill is never taken.
 */
public final class JournalReader {
  /** Bytes read at once: bounds the memory, and no line of ours comes near it. */
  static final int WINDOW = 4 << 20;

  private static final ObjectReader ENTRY = Json.mapper().readerFor(JournalEntry.class);

  private JournalReader() {}

  /**
   * Reads complete lines from a byte on, as many as fit in a few megabytes.
   *
   * @param offset where a line starts: 0, or a chunk's {@link JournalChunk#offset()}
   * @return nothing, when the journal is not there yet
   */
  public static JournalChunk read(Path journal, long offset) throws IOException {
    if (!Files.isRegularFile(journal, LinkOption.NOFOLLOW_LINKS)) {
      return new JournalChunk(List.of(), offset, true, List.of());
    }
    try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < offset) {
        return new JournalChunk(
            List.of(),
            offset,
            true,
            List.of(journal + " was cut: " + size + " bytes where " + offset + " were read"));
      }
      byte[] window = new byte[(int) Math.min(WINDOW, size - offset)];
      ByteBuffer buffer = ByteBuffer.wrap(window);
      while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
        // Reads until the window is full or the file ends.
      }
      int length = buffer.position();
      return lines(journal, offset, window, length, offset + length < size);
    }
  }

  private static JournalChunk lines(
      Path journal, long offset, byte[] bytes, int length, boolean more) {
    List<JournalEntry> entries = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        try {
          entries.add(ENTRY.readValue(bytes, start, i - start));
        } catch (JsonProcessingException e) {
          problems.add(unreadable(journal, offset + start, e.getOriginalMessage()));
        } catch (IOException e) {
          problems.add(unreadable(journal, offset + start, e.toString()));
        }
        start = i + 1;
      }
    }
    if (start == 0 && more) {
      problems.add(unreadable(journal, offset, "a line of more than " + WINDOW + " bytes"));
      start = length;
    }
    return new JournalChunk(entries, offset + start, !more, problems);
  }

  private static String unreadable(Path journal, long at, String why) {
    return journal + " has an unreadable line at byte " + at + ", passed over: " + why;
  }
}
