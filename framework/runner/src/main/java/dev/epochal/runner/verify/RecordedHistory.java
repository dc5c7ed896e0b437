package dev.epochal.runner.verify;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunFolder;
import dev.epochal.registry.folder.JournalChunk;
import dev.epochal.registry.folder.JournalReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a journal tells of training: each epoch, and the loss of each update. An entry that goes
 * back in time, as after a resume, takes the place of everything from its step on.
 */
final class RecordedHistory {
  /** More than any training here makes: what a damaged line claims must not take all memory. */
  private static final int MOST_UPDATES = 1 << 28;

  private final TreeMap<Integer, JournalEntry.Epoch> epochs = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private double[] losses = new double[1024];
  private boolean[] told = new boolean[1024];
  private int updates;

  private RecordedHistory() {}

  /** Reads a run's; without a journal it is empty. */
  static RecordedHistory read(RunFolder folder) {
    RecordedHistory history = new RecordedHistory();
    long offset = 0;
    JournalChunk chunk;
    do {
      try {
        chunk = JournalReader.read(folder.journal(), offset);
      } catch (IOException e) {
        throw new EpochalException("cannot read " + folder.journal() + ": " + e, e);
      }
      chunk.entries().forEach(history::add);
      history.problems.addAll(chunk.problems());
      offset = chunk.offset();
    } while (!chunk.atEnd());
    return history;
  }

  private void add(JournalEntry entry) {
    if (entry instanceof JournalEntry.Epoch epoch) {
      epochs.tailMap(epoch.epoch()).clear();
      epochs.put(epoch.epoch(), epoch);
    } else if (entry instanceof JournalEntry.Update update
        && update.update() > 0
        && update.update() <= MOST_UPDATES) {
      int index = (int) (update.update() - 1);
      if (index >= losses.length) {
        losses = Arrays.copyOf(losses, 2 * (index + 1));
        told = Arrays.copyOf(told, losses.length);
      }
      if (index < updates) {
        Arrays.fill(told, index, updates, false);
      }
      losses[index] = update.loss();
      told[index] = true;
      updates = index + 1;
    }
  }

  /** The last epoch that is complete; 0 when none is, or not even the beginning was recorded. */
  int lastEpoch() {
    return epochs.isEmpty() ? 0 : epochs.lastKey();
  }

  /**
   * Whether there is anything to compare with.
   *
   * @param last the epoch to which a run is done again
   */
  boolean isEmpty(int last) {
    return epochs.headMap(last, true).isEmpty();
  }

  /** Null when it was not recorded. */
  JournalEntry.@Nullable Epoch epoch(int epoch) {
    return epochs.get(epoch);
  }

  /** The last update of which is told. */
  int updates() {
    return updates;
  }

  /** Empty when it was not recorded. */
  OptionalDouble loss(long update) {
    return update <= updates && told[(int) update - 1]
        ? OptionalDouble.of(losses[(int) update - 1])
        : OptionalDouble.empty();
  }

  /** Lines that cannot be read, and were passed over. */
  List<String> problems() {
    return problems;
  }
}
