package dev.epochal.runner.figures;

import dev.epochal.core.run.EpochLog;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.registry.folder.JournalChunk;
import dev.epochal.registry.folder.JournalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** What training yielded, epoch after epoch and update after update. */
public final class History {
  private final EpochLog epochs;
  private final UpdateLosses updates = new UpdateLosses();
  private long lastSecond;

  /** Of a run that begins. */
  public History() {
    this(new EpochLog());
  }

  private History(EpochLog epochs) {
    this.epochs = epochs;
  }

  /** The history that a journal holds. */
  static History read(Path journal) {
    return read(journal, Integer.MAX_VALUE, Long.MAX_VALUE);
  }

  /** Of what a journal holds, what came before a point in training. */
  public static History read(Path journal, int completed, long updates) {
    EpochLog epochs = new EpochLog();
    LossLog losses = new LossLog();
    long offset = 0;
    long second = 0;
    JournalChunk chunk;
    do {
      try {
        chunk = JournalReader.read(journal, offset);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      for (JournalEntry entry : chunk.entries()) {
        epochs.add(entry);
        losses.add(entry);
        second = entry instanceof JournalEntry.SystemSample sample ? sample.second() : second;
      }
      offset = chunk.offset();
    } while (!chunk.atEnd());
    epochs.cut(completed);
    losses.cut(updates);
    History history = new History(epochs);
    losses.forEach(history.updates::add);
    history.lastSecond = second;
    return history;
  }

  /** Takes what training yields next; epoch 0 and the end of the run have no part in it. */
  public void add(JournalEntry entry) {
    if (entry instanceof JournalEntry.Update update) {
      updates.add(update.loss());
    } else {
      epochs.add(entry);
    }
  }

  /** When the machine was last sampled, in the run's seconds; 0 of a run that begins. */
  public long lastSecond() {
    return lastSecond;
  }

  List<JournalEntry.Epoch> epochs() {
    return epochs.all();
  }

  UpdateLosses updates() {
    return updates;
  }

  /** A metric of every epoch; NaN where it is missing. */
  List<Double> metric(String name) {
    return epochs().stream().map(epoch -> epoch.metrics().getOrDefault(name, Double.NaN)).toList();
  }
}
