package dev.epochal.runner.verify;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.CheckpointName;
import dev.epochal.core.run.EpochResult;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.train.BestModel;
import dev.epochal.engine.train.Checkpoint;
import dev.epochal.engine.train.TrainingObserver;
import dev.epochal.engine.train.TrainingState;
import dev.epochal.runner.EpochMetrics;
import dev.epochal.runner.RecordedPlan;
import dev.epochal.runner.RunListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Lets a training be compared, while it goes on, with the one that was recorded. */
final class Replay implements TrainingObserver {
  private final RecordedPlan recorded;
  private final Extent extent;
  private final Network network;
  private final Findings findings;
  private final BooleanSupplier stop;
  private final RunListener listener;
  private int epochs;
  private long updates;

  /**
   * @param stop whether the user wants no more
   */
  Replay(
      RecordedPlan recorded,
      Extent extent,
      Network network,
      Findings findings,
      BooleanSupplier stop,
      RunListener listener) {
    this.recorded = recorded;
    this.extent = extent;
    this.network = network;
    this.findings = findings;
    this.stop = stop;
    this.listener = listener;
  }

  @Override
  public void started(String parametersSha256) {
    findings.epoch(0, new TreeMap<>(), parametersSha256);
  }

  @Override
  public void updated(long update, int images, double loss) {
    updates = update;
    findings.update(epochs + 1, update, loss);
    listener.updated(images, loss);
  }

  @Override
  public void epochEnded(EpochResult epoch) {
    epochs = epoch.epoch();
    listener.epochEnded(epoch);
    findings.epoch(epochs, EpochMetrics.of(epoch), epoch.parametersSha256());
    checkpoint();
  }

  @Override
  public void resumable(int epoch, BestModel best, Supplier<TrainingState> state) {}

  @Override
  public boolean stopRequested() {
    return stop.getAsBoolean() || extent.isReached(epochs, updates);
  }

  /** Where the run left a checkpoint of this epoch, how near its parameters are. */
  private void checkpoint() {
    CheckpointName name = new CheckpointName(epochs, 0);
    Path file = recorded.folder().checkpoints().resolve(name.file());
    if (!Files.isRegularFile(file)) {
      return;
    }
    try {
      float[] before = Checkpoint.load(file, recorded.plan()).parameters().values();
      findings.parameters(Findings.checkpoint(epochs), before, network.snapshot().values());
    } catch (EpochalException e) {
      findings.notCompared(String.valueOf(e.getMessage()));
    }
  }

  /** Complete ones. */
  int epochs() {
    return epochs;
  }

  long updates() {
    return updates;
  }
}
