package dev.epochal.core.run;

import java.util.ArrayList;
import java.util.List;

/**
 * The completed epochs that a journal tells of. An entry that goes back in time, as after a resume,
 * takes the place of everything from its epoch on.
 */
public final class EpochLog {
  private final List<JournalEntry.Epoch> epochs = new ArrayList<>();

  /** Takes the journal's next entry; epoch 0 is before training, and no part of this. */
  public void add(JournalEntry entry) {
    if (entry instanceof JournalEntry.Epoch epoch) {
      cut(epoch.epoch() - 1);
      if (epoch.epoch() > 0) {
        epochs.add(epoch);
      }
    } else if (entry instanceof JournalEntry.Resumed resumed) {
      cut(resumed.epochs());
    }
  }

  /** Forgets what came after so many epochs. */
  public void cut(int completed) {
    while (!epochs.isEmpty() && epochs.get(epochs.size() - 1).epoch() > completed) {
      epochs.remove(epochs.size() - 1);
    }
  }

  /** In their order. */
  public List<JournalEntry.Epoch> all() {
    return List.copyOf(epochs);
  }
}
