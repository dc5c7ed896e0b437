package dev.epochal.runner.figures;

import dev.epochal.core.run.JournalEntry;
import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * The losses of all updates that a journal tells of. An entry that goes back in time, as after a
 * resume, takes the place of everything from its update on.
 */
final class LossLog {
  private long[] updates = new long[1024];
  private double[] losses = new double[1024];
  private int n;

  /** Takes the journal's next entry. */
  void add(JournalEntry entry) {
    if (entry instanceof JournalEntry.Update update) {
      cut(update.update() - 1);
      if (n == losses.length) {
        updates = Arrays.copyOf(updates, 2 * n);
        losses = Arrays.copyOf(losses, 2 * n);
      }
      updates[n] = update.update();
      losses[n++] = update.loss();
    } else if (entry instanceof JournalEntry.Resumed resumed) {
      cut(resumed.updates());
    }
  }

  /** Forgets what came after so many updates. */
  void cut(long made) {
    while (n > 0 && updates[n - 1] > made) {
      n--;
    }
  }

  /** In their order. */
  void forEach(DoubleConsumer loss) {
    Arrays.stream(losses, 0, n).forEach(loss);
  }
}
