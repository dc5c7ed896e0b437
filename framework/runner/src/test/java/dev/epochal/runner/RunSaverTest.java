package dev.epochal.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.plan.RunPlan;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.network.ParameterSnapshot;
import dev.epochal.engine.network.SavedModel;
import dev.epochal.engine.train.BestEpoch;
import dev.epochal.engine.train.BestModel;
import dev.epochal.engine.train.EpochSums;
import dev.epochal.engine.train.Progress;
import dev.epochal.engine.train.Spent;
import dev.epochal.engine.train.TrainingOutcome;
import dev.epochal.engine.train.TrainingState;
import dev.epochal.registry.folder.RunRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on the disk when training ends, as planned or not. */
final class RunSaverTest {
  /** Stands for a model whose writing fails. */
  private static final ParameterSnapshot UNWRITABLE = ParameterSnapshot.of((float[]) null);

  @TempDir Path home;
  private Network network;
  private RunRecorder recorder;
  private RunSaver saver;

  @BeforeEach
  void aRunThatHasARecord() throws IOException {
    RunPlan plan = TinyRuns.planned(home, "training.checkpoint.every=2").plan();
    network = TinyRuns.network(plan);
    recorder = TinyRuns.recorder(home, plan);
    saver = new RunSaver(plan, network, recorder, new RunFiles(recorder), () -> null);
  }

  @Test
  void aBestModelThatWasHeldBackIsWrittenWhenTrainingBreaksOff() {
    saver.epochEnded(1, new BestModel(1, filled(0.25f)), RunSaverTest::noMemory);
    assertThat(recorder.folder().bestModel()).doesNotExist();

    saver.abandon();

    assertThat(savedBest()).containsOnly(0.25f);
    assertThat(TinyRuns.errors(recorder)).isEmpty();
  }

  @Test
  void withoutMemoryForACopyTheBestModelIsSavedAllTheSame() {
    BestModel best = new BestModel(2, filled(0.5f));
    saver.epochEnded(2, best, RunSaverTest::noMemory);

    assertThat(saver.ended(outcome(best))).isTrue();

    assertThat(savedBest()).containsOnly(0.5f);
    assertThat(TinyRuns.errors(recorder))
        .isNotEmpty()
        .allMatch(error -> error.contains("checkpoint") && error.contains("Java heap space"));
  }

  @Test
  void anOlderBestModelDoesNotPassForOneThatCouldNotBeWritten() {
    saver.epochEnded(2, new BestModel(1, filled(0.5f)), RunSaverTest::noMemory);
    saver.awaitWritten();
    assertThat(recorder.folder().bestModel()).exists();

    assertThat(saver.ended(outcome(new BestModel(3, UNWRITABLE)))).isFalse();

    assertThat(recorder.folder().bestModel()).doesNotExist();
    assertThat(TinyRuns.errors(recorder))
        .anyMatch(error -> error.contains("best.zip: removed: it was of epoch 1"));
  }

  private static TrainingState noMemory() {
    throw new OutOfMemoryError("Java heap space");
  }

  private static TrainingOutcome outcome(BestModel best) {
    BestEpoch epoch = new BestEpoch(best.epoch(), 1);
    return new TrainingOutcome(
        TrainingOutcome.End.COMPLETED,
        new Progress(3, 6, new EpochSums(0, 0, 0, 0, 0), epoch, epoch, 0),
        Spent.NONE,
        best,
        RunSaverTest::noMemory);
  }

  private ParameterSnapshot filled(float value) {
    float[] values = new float[network.snapshot().length()];
    Arrays.fill(values, value);
    return ParameterSnapshot.of(values);
  }

  private float[] savedBest() {
    return SavedModel.load(recorder.folder().bestModel()).dl4j().params().toFloatVector();
  }
}
