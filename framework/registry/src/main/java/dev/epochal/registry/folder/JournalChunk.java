package dev.epochal.registry.folder;

import dev.epochal.core.run.JournalEntry;
import java.util.List;

/**
 * A stretch of a journal.
 *
 * @param entries in their order
 * @param offset the byte after the last line that was taken: where to read on
 * @param atEnd whether no complete line follows
 * @param problems lines that could not be read, and were passed over
 */
public record JournalChunk(
    List<JournalEntry> entries, long offset, boolean atEnd, List<String> problems) {

  public JournalChunk {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }
}
