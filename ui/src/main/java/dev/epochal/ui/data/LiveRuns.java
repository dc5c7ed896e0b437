package dev.epochal.ui.data;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunFolder;
import dev.epochal.registry.folder.JournalChunk;
import dev.epochal.registry.folder.JournalReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How far the runs are that go on, read from their journals as these grow. */
final class LiveRuns {
  private static final int MOST = 200;

  private final Map<String, Tail> tails =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tail> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Where a run stands.
   *
   * @param epoch the last whole one; 0 before the first
   * @param updates made so far
   * @param metrics the last of each, by name
   */
  record Progress(int epoch, long updates, SortedMap<String, Double> metrics) {}

  /** Where a run stands by now. */
  Progress of(RunFolder folder) {
    Tail tail;
    synchronized (tails) {
      tail = tails.computeIfAbsent(folder.id(), id -> new Tail());
    }
    return tail.read(folder);
  }

  /** A journal as far as it was read. */
  private static final class Tail {
    private final SortedMap<String, Double> metrics = new TreeMap<>();
    private long offset;
    private int epoch;
    private long updates;

    synchronized Progress read(RunFolder folder) {
      try {
        JournalChunk chunk;
        do {
          chunk = JournalReader.read(folder.journal(), offset);
          chunk.entries().forEach(this::take);
          offset = chunk.offset();
        } while (!chunk.atEnd());
      } catch (IOException e) {
        throw new EpochalException("cannot read " + folder.journal() + ": " + e, e);
      }
      return new Progress(epoch, updates, new TreeMap<>(metrics));
    }

    private void take(JournalEntry entry) {
      if (entry instanceof JournalEntry.Epoch done) {
        epoch = done.epoch();
        metrics.putAll(done.metrics());
      } else if (entry instanceof JournalEntry.Update update) {
        updates = update.update();
        metrics.put("iteration.loss", update.loss());
      } else if (entry instanceof JournalEntry.Resumed resumed) {
        epoch = resumed.epochs();
        updates = resumed.updates();
      }
    }
  }
}
