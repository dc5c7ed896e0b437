package dev.epochal.runner.figures;

import dev.epochal.core.run.JournalEntry;
import dev.epochal.registry.folder.JournalChunk;
import dev.epochal.registry.folder.JournalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What training yielded, epoch after epoch and update after update. */
public final class History {
  private final List<JournalEntry.Epoch> epochs = new ArrayList<>();
  private final UpdateLosses updates = new UpdateLosses();

  /** The history that a journal holds. */
  static History read(Path journal) {
    History history = new History();
    long offset = 0;
    JournalChunk chunk;
    do {
      try {
        chunk = JournalReader.read(journal, offset);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      chunk.entries().forEach(history::add);
      offset = chunk.offset();
    } while (!chunk.atEnd());
    return history;
  }

  /** Takes an entry; epoch 0 and the end of the run have no part in it. */
  public void add(JournalEntry entry) {
    if (entry instanceof JournalEntry.Update update) {
      updates.add(update.loss());
    } else if (entry instanceof JournalEntry.Epoch epoch && epoch.epoch() > 0) {
      epochs.add(epoch);
    }
  }

  List<JournalEntry.Epoch> epochs() {
    return epochs;
  }

  UpdateLosses updates() {
    return updates;
  }

  /** A metric of every epoch; NaN where it is missing. */
  List<Double> metric(String name) {
    return epochs.stream().map(epoch -> epoch.metrics().getOrDefault(name, Double.NaN)).toList();
  }
}
