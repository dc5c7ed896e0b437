package dev.epochal.registry.folder;

import dev.epochal.core.run.JournalEntry;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads a journal, which may still be written to. A line counts once its newline is there, so a
 * last line torn by a kill is never taken.
 */
public final class JournalReader {
  /** Bytes read at once. */
  static final int WINDOW = JsonLines.WINDOW;

  private static final JsonLines<JournalEntry> LINES = new JsonLines<>(JournalEntry.class);

  private JournalReader() {}

  /**
   * Reads complete lines from a byte on, as many as fit in a few megabytes.
   *
   * @param offset where a line starts: 0, or a chunk's {@link JournalChunk#offset()}
   * @return nothing, when the journal is not there yet
   */
  public static JournalChunk read(Path journal, long offset) throws IOException {
    JsonLines.Chunk<JournalEntry> chunk = LINES.read(journal, offset);
    return new JournalChunk(chunk.values(), chunk.offset(), chunk.atEnd(), chunk.problems());
  }
}
