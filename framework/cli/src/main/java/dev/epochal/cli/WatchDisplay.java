package dev.epochal.cli;

import dev.epochal.core.json.Json;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.runner.live.JournalTail;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows a run from its journal: first in short what there is, then each epoch as it ends, with a
 * bar on a terminal; all on stderr, as the run itself does.
 */
final class WatchDisplay implements AutoCloseable {
  private final Console console;
  private final RunFolder folder;
  private final JournalTail journal;
  private final SortedMap<Integer, JournalEntry.Epoch> epochs = new TreeMap<>();
  private @Nullable RunPlan plan;
  private @Nullable TrainingBar bar;
  private long updates;
  private long images;

  WatchDisplay(Console console, RunFolder folder) {
    this.console = console;
    this.folder = folder;
    this.journal = new JournalTail(folder.journal(), this::take);
  }

  /** Shows what is new; of a run that was over from the start there is only its end. */
  synchronized void show(RunRecord run) {
    if (plan != null) {
      journal.read();
    } else if (!run.status().isOver()) {
      RunPlan itsPlan = Json.read(folder.plan(), RunPlan.class);
      journal.read();
      begin(run, itsPlan);
      plan = itsPlan;
    }
  }

  private void begin(RunRecord run, RunPlan itsPlan) {
    console.say(
        "Run %s (%s), seed %d, %s on %s (process %d)"
            .formatted(
                run.name(),
                run.id(),
                run.seed(),
                run.status(),
                run.process().host(),
                run.process().pid()));
    DatasetRecord dataset = run.dataset();
    if (dataset != null && dataset.notice() != null) {
      console.shout("!!! " + dataset.notice() + " !!!");
    }
    SoFar.lines(epochs.values(), itsPlan.training().epochs(), console).forEach(console::say);
    images = imagesAfter(updates, itsPlan);
    if (console.terminal() && epochs() < itsPlan.training().epochs()) {
      Duration elapsed = Duration.between(run.started(), Instant.now());
      bar = new TrainingBar(console.errStream(), images, elapsed, all(itsPlan), console.columns());
    }
  }

  /** An entry of the journal; the first ones, before there is a plan, are only kept. */
  private void take(JournalEntry entry) {
    if (entry instanceof JournalEntry.Update update) {
      updates = update.update();
      trained();
    } else if (entry instanceof JournalEntry.Epoch epoch) {
      epochs.tailMap(epoch.epoch()).clear(); // a resumed run went back
      epochs.put(epoch.epoch(), epoch);
      ended(epoch);
    }
  }

  private void trained() {
    if (plan != null && bar != null) {
      long now = Math.min(all(plan), imagesAfter(updates, plan));
      bar.step(Math.max(0, now - images));
      images = Math.max(images, now);
    }
  }

  private void ended(JournalEntry.Epoch epoch) {
    if (plan == null || epoch.epoch() == 0) {
      return;
    }
    int all = plan.training().epochs();
    if (bar == null) {
      console.say(EpochLine.timed(epoch.epoch(), all, epoch.metrics()));
      return;
    }
    bar.show(EpochLine.of(epoch.epoch(), all, epoch.metrics()));
    if (epoch.epoch() == all) {
      close();
      console.say("training is over; evaluating, saving and drawing …");
    }
  }

  private int epochs() {
    return epochs.isEmpty() ? 0 : epochs.lastKey();
  }

  private static long all(RunPlan plan) {
    return (long) plan.training().epochs() * plan.data().split().used().train();
  }

  private static long imagesAfter(long update, RunPlan plan) {
    int train = plan.data().split().used().train();
    int batch = plan.training().batchSize();
    long perEpoch = (train + batch - 1L) / batch;
    return update / perEpoch * train + Math.min(train, update % perEpoch * batch);
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
