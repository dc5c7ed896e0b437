package dev.epochal.runner.live;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.registry.folder.JournalChunk;
import dev.epochal.registry.folder.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A journal as it grows: each call hands over what came since the last one. */
public final class JournalTail {
  private final Path journal;
  private final Consumer<JournalEntry> entries;
  private long offset;

  public JournalTail(Path journal, Consumer<JournalEntry> entries) {
    this.journal = journal;
    this.entries = entries;
  }

  /** Reads on to the last complete line; what cannot be read is passed over. */
  public void read() {
    try {
      if (Files.exists(journal) && Files.size(journal) < offset) {
        offset = 0; // begun again, as when somebody deleted it
      }
      JournalChunk chunk;
      do {
        chunk = JournalReader.read(journal, offset);
        chunk.entries().forEach(entries);
        offset = chunk.offset();
      } while (!chunk.atEnd());
    } catch (IOException e) {
      throw new EpochalException("cannot read " + journal + ": " + e, e);
    }
  }
}
