package dev.epochal.runner;

import dev.epochal.core.figure.FigureData;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.CheckpointName;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.train.BestModel;
import dev.epochal.engine.train.TrainingOutcome;
import dev.epochal.engine.train.TrainingState;
import dev.epochal.registry.folder.RunRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Saves a run while it trains: checkpoints as the plan asks, and with each of them, but also in
 * between, the best model so far. Training waits for the copy of its state alone; the file is
 * written on a thread of its own, one at a time.
 */
final class RunSaver {
  /** Between checkpoints the best model is written at most that often. */
  private static final long BEST_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final int NONE = -1;

  private final RunPlan plan;
  private final Network network;
  private final RunRecorder recorder;
  private final RunFiles files;
  private final Supplier<? extends @Nullable FigureData> taken;
  private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
  private long lastWritten = System.nanoTime();
  private @Nullable BestModel newest;
  private volatile @Nullable CheckpointName saved;
  private volatile int savedBest = NONE;

  /**
   * Nothing is saved yet.
   *
   * @param taken what was recorded of training outside the journal, to be kept with each
   *     checkpoint; may give null. Asked on the training thread
   */
  RunSaver(
      RunPlan plan,
      Network network,
      RunRecorder recorder,
      RunFiles files,
      Supplier<? extends @Nullable FigureData> taken) {
    this.plan = plan;
    this.network = network;
    this.recorder = recorder;
    this.files = files;
    this.taken = taken;
  }

  /** An epoch is over: saves what is due. */
  void epochEnded(int epoch, BestModel best, Supplier<TrainingState> state) {
    newest = best;
    if (epoch % plan.training().checkpoint().every() == 0) {
      awaitWritten();
      TrainingState copy = copied(state);
      FigureData figure = copied(taken);
      write(
          () -> {
            checkpoint(copy, figure);
            best(best);
          });
    } else if (writing.isDone()
        && best.epoch() != savedBest
        && System.nanoTime() - lastWritten > BEST_NANOS) {
      awaitWritten();
      write(() -> best(best));
    }
  }

  /**
   * Training is over: saves where it stands, unless that is nowhere to go on from, and the best
   * model, and waits until all is written.
   *
   * @return whether the best model is on the disk
   */
  boolean ended(TrainingOutcome outcome) {
    awaitWritten();
    if (outcome.end() != TrainingOutcome.End.NON_FINITE) {
      checkpoint(copied(outcome::state), copied(taken));
    }
    return settled(outcome.best());
  }

  /** Training broke off: waits until all is written, and saves the best model there was. */
  void abandon() {
    awaitWritten();
    if (newest != null) {
      settled(newest);
    }
  }

  /** Waits until what is being written is on the disk, and its copy out of memory. */
  void awaitWritten() {
    try {
      writing.join();
    } catch (RuntimeException e) {
      recorder.failed("checkpoint", e);
    }
    writing = CompletableFuture.completedFuture(null);
  }

  private <T> @Nullable T copied(Supplier<? extends @Nullable T> copy) {
    try {
      return copy.get();
    } catch (RuntimeException | OutOfMemoryError e) {
      // Training needs no copy of itself to go on.
      recorder.failed("checkpoint", e);
      return null;
    }
  }

  private void write(Runnable work) {
    try {
      writing = CompletableFuture.runAsync(work, RunSaver::start);
    } catch (OutOfMemoryError e) {
      // Not even a thread.
      recorder.failed("checkpoint", e);
    }
    lastWritten = System.nanoTime();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "epochal-saver");
    thread.setDaemon(true);
    thread.start();
  }

  private void checkpoint(@Nullable TrainingState state, @Nullable FigureData figure) {
    if (state == null) {
      return;
    }
    CheckpointName name = new CheckpointName(state.progress().epochs(), state.progress().batches());
    if (name.equals(saved)) {
      return;
    }
    // First what a run needs besides to go on from here: a kill may come in between.
    recorder.flush();
    if (figure != null) {
      files.figureData(figure);
    }
    // The ones before go when this one is safe.
    if (files.checkpoint(name, state, plan)) {
      saved = name;
      prune();
    }
  }

  private void prune() {
    Path folder = recorder.folder().checkpoints();
    try (Stream<Path> all = Files.list(folder)) {
      List<CheckpointName> newestFirst =
          all.flatMap(file -> CheckpointName.parse(file.getFileName().toString()).stream())
              .sorted(Comparator.reverseOrder())
              .toList();
      for (CheckpointName old :
          newestFirst.stream().skip(plan.training().checkpoint().keep()).toList()) {
        Files.deleteIfExists(folder.resolve(old.file()));
      }
    } catch (IOException e) {
      recorder.failed("old checkpoints", e);
    }
  }

  private void best(BestModel best) {
    if (best.epoch() != savedBest
        && files.model(recorder.folder().bestModel(), network, best::parameters)) {
      savedBest = best.epoch();
    }
  }

  /** Writes the best model; when that cannot be, an older one must not pass for it. */
  private boolean settled(BestModel best) {
    best(best);
    Path file = recorder.folder().bestModel();
    // Also one that a process before this one left.
    if (best.epoch() != savedBest && Files.exists(file)) {
      String why =
          "removed: it was of %s, and the best is epoch %d"
              .formatted(savedBest == NONE ? "another" : "epoch " + savedBest, best.epoch());
      recorder.failed("model/" + file.getFileName(), new EpochalException(why));
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        recorder.failed("model/" + file.getFileName(), e);
      }
    }
    return best.epoch() == savedBest;
  }
}
