package dev.epochal.runner;

import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.run.CheckpointName;
import dev.epochal.engine.network.Network;
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
  private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
  private long lastWritten = System.nanoTime();
  private int bestEpoch = NONE;
  private volatile @Nullable CheckpointName saved;
  private volatile int savedBest = NONE;

  RunSaver(RunPlan plan, Network network, RunRecorder recorder, RunFiles files) {
    this.plan = plan;
    this.network = network;
    this.recorder = recorder;
    this.files = files;
  }

  /** An epoch is over: saves what is due. */
  void epochEnded(int epoch, boolean best, Supplier<TrainingState> state) {
    bestEpoch = best ? epoch : bestEpoch;
    if (epoch % plan.training().checkpoint().every() == 0) {
      save(state, this::whole);
    } else if (writing.isDone()
        && bestEpoch != savedBest
        && System.nanoTime() - lastWritten > BEST_NANOS) {
      save(state, this::best);
    }
  }

  /**
   * Training is over: saves where it stands, unless that is nowhere to go on from, and the best
   * model, and waits until all is written.
   *
   * @return whether the best model is on the disk
   */
  boolean ended(TrainingOutcome outcome) {
    boolean broken = outcome.end() == TrainingOutcome.End.NON_FINITE;
    save(outcome::state, broken ? this::best : this::whole);
    awaitWritten();
    return savedBest == outcome.progress().best().epoch();
  }

  private void whole(TrainingState state) {
    checkpoint(state);
    best(state);
  }

  private interface Writing {
    void write(TrainingState state);
  }

  private void save(Supplier<TrainingState> state, Writing work) {
    awaitWritten();
    try {
      TrainingState copy = state.get();
      writing = CompletableFuture.runAsync(() -> work.write(copy), RunSaver::start);
    } catch (RuntimeException | OutOfMemoryError e) {
      // Training needs no copy of itself to go on.
      recorder.failed("checkpoint", e);
    }
    lastWritten = System.nanoTime();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "epochal-saver");
    thread.setDaemon(true);
    thread.start();
  }

  private void awaitWritten() {
    try {
      writing.join();
    } catch (RuntimeException e) {
      recorder.failed("checkpoint", e);
    }
    writing = CompletableFuture.completedFuture(null);
  }

  private void checkpoint(TrainingState state) {
    CheckpointName name = new CheckpointName(state.progress().epochs(), state.progress().batches());
    // The ones before go when this one is safe.
    if (!name.equals(saved) && files.checkpoint(name, state, plan)) {
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

  private void best(TrainingState state) {
    int epoch = state.progress().best().epoch();
    if (epoch != savedBest
        && files.model(recorder.folder().bestModel(), network, state.bestParameters())) {
      savedBest = epoch;
    }
  }
}
