package dev.epochal.cli;

import dev.epochal.core.run.JournalEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How far a run came by now, in short: the last epoch, and on a terminal the losses. */
final class SoFar {
  private static final int WIDEST_PLOT = 120;

  private SoFar() {}

  /**
   * A few lines.
   *
   * @param journal the epochs by now, that before training included
   * @param all how many there will be
   */
  static List<String> lines(Collection<JournalEntry.Epoch> journal, int all, Console console) {
    List<JournalEntry.Epoch> epochs = journal.stream().filter(epoch -> epoch.epoch() > 0).toList();
    if (epochs.isEmpty()) {
      return List.of("no epoch of " + all + " is over yet");
    }
    List<String> lines = new ArrayList<>();
    JournalEntry.Epoch last = epochs.get(epochs.size() - 1);
    lines.add("by now " + EpochLine.of(last.epoch(), all, last.metrics()));
    if (console.terminal() && epochs.size() > 1) {
      lines.addAll(
          new LossPlot(Math.min(console.columns(), WIDEST_PLOT), console.unicode())
              .lines(losses(epochs, "train.loss"), losses(epochs, "validation.loss")));
    }
    return lines;
  }

  private static double[] losses(List<JournalEntry.Epoch> epochs, String metric) {
    return epochs.stream()
        .mapToDouble(epoch -> epoch.metrics().getOrDefault(metric, Double.NaN))
        .toArray();
  }
}
