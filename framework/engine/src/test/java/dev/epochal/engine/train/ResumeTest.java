package dev.epochal.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.plan.CheckpointPlan;
import dev.epochal.core.plan.EarlyStoppingPlan;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.OnNonFinite;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.SchedulePlan;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.TensorShape;
import dev.epochal.core.plan.TrainingPlan;
import dev.epochal.core.plan.UpdaterPlan;
import dev.epochal.core.plan.ValidationMetric;
import dev.epochal.engine.network.TinyNetwork;
import dev.epochal.engine.train.TrainingOutcome.End;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Training that stops and goes on from its checkpoint, in a new network, ends with the bits of
 * training that never stopped. The runs have dropout, four updates an epoch, the last one smaller.
 */
final class ResumeTest {
  private static final SeedPlan SEEDS = SeedPlan.derived(1729);
  private static final int EPOCHS = 4;

  @SuppressWarnings("unused") // by FieldSource
  private static final List<UpdaterPlan> UPDATERS =
      List.of(
          new UpdaterPlan.Sgd(0.05, 0),
          TinyRun.MOMENTUM,
          new UpdaterPlan.Adam(1e-2, 0.9, 0.999, 1e-8));

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("UPDATERS")
  void goesOnInTheMiddleOfAnEpochToTheSameBits(UpdaterPlan updater) throws IOException {
    assertGoesOnAfter(6, plan(updater, true));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3, 4, 8, 15})
  void goesOnAfterAnyUpdateToTheSameBits(long updates) throws IOException {
    assertGoesOnAfter(updates, plan(TinyRun.MOMENTUM, true));
  }

  /** Running means are parameters, and a schedule counts epochs and updates. */
  @ParameterizedTest
  @EnumSource(SchedulePlan.Per.class)
  void goesOnWithBatchNormalizationAndAScheduleToTheSameBits(SchedulePlan.Per per)
      throws IOException {
    List<LayerPlan> layers = new ArrayList<>(TinyNetwork.PLAN.layers());
    TensorShape maps = layers.get(1).output();
    layers.add(2, new LayerPlan.BatchNormalization("norm", 3, 0.9, 1e-5, maps));
    NetworkPlan plan = TinyNetwork.PLAN;
    NetworkPlan normalized = new NetworkPlan(plan.input(), plan.weights(), plan.biasInit(), layers);
    UpdaterPlan updater =
        new UpdaterPlan.Sgd(0.05, 0.9, false, new SchedulePlan.Exponential(0.8, per));
    assertGoesOnAfter(
        6,
        TinyRun.plan(
            SEEDS, normalized, TinyRun.training(32, true, EPOCHS, updater, OnNonFinite.STOP)));
  }

  @Test
  void goesOnInTheSplitsOwnOrderToTheSameBits() throws IOException {
    assertGoesOnAfter(6, plan(TinyRun.MOMENTUM, false));
  }

  @Test
  void goesOnFromTheEndOfAnyEpochToTheSameBits() throws IOException {
    RunPlan plan = plan(TinyRun.MOMENTUM, true);
    TinyRun straight = TinyRun.of(plan);

    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      TinyRun rest = TinyRun.from(throughAFile(straight.states.get(epoch), plan), plan);
      assertThat(rest.hashes).isEqualTo(straight.hashes.subList(epoch + 1, EPOCHS + 1));
      assertSameEnd(rest, straight);
    }
  }

  @Test
  void stopsEarlyAtTheSameEpochHoweverOftenItWasInterrupted() throws IOException {
    RunPlan plan = stoppingEarly(new EarlyStoppingPlan(ValidationMetric.LOSS, 2, 0.05));
    TinyRun straight = TinyRun.of(plan);
    assertThat(straight.outcome.end()).isEqualTo(End.NO_BETTER);

    for (TrainingState state : straight.states.values()) {
      assertSameEnd(TinyRun.from(throughAFile(state, plan), plan), straight);
    }
  }

  /** Stopped after so many updates, saved, loaded, and trained on among other draws of chance. */
  private void assertGoesOnAfter(long updates, RunPlan plan) throws IOException {
    TinyRun straight = TinyRun.of(plan);
    TinyRun begun = TinyRun.stoppedAfter(updates, plan);
    assertThat(begun.outcome.end()).isEqualTo(End.STOPPED);
    Nd4j.getRandom().setSeed(99);
    Nd4j.rand(7, 7);
    TinyRun rest = TinyRun.from(throughAFile(begun.outcome.state(), plan), plan);

    begun.losses.addAll(rest.losses);
    begun.epochs.addAll(rest.epochs);
    if (updates > 0) {
      begun.hashes.addAll(rest.hashes);
      assertThat(begun.hashes).isEqualTo(straight.hashes);
    }
    assertThat(begun.numbers()).isEqualTo(straight.numbers());
    assertSameEnd(rest, straight);
  }

  private static void assertSameEnd(TinyRun rest, TinyRun straight) {
    Progress end = straight.outcome.progress();
    assertThat(rest.outcome.end()).isEqualTo(straight.outcome.end());
    assertThat(rest.outcome.progress()).isEqualTo(end);
    assertThat(rest.outcome.state().parameters().values())
        .containsExactly(straight.outcome.state().parameters().values());
    assertThat(rest.outcome.state().updaterState().values())
        .containsExactly(straight.outcome.state().updaterState().values());
    assertThat(rest.outcome.state().bestParameters().values())
        .containsExactly(straight.outcome.state().bestParameters().values());
  }

  private TrainingState throughAFile(TrainingState state, RunPlan plan) throws IOException {
    Path file = folder.resolve("checkpoint.zip");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      Checkpoint.write(state, plan, out);
    }
    return Checkpoint.load(file, plan);
  }

  private static RunPlan plan(UpdaterPlan updater, boolean shuffle) {
    return TinyRun.plan(
        SEEDS, TinyNetwork.PLAN, TinyRun.training(32, shuffle, EPOCHS, updater, OnNonFinite.STOP));
  }

  private static RunPlan stoppingEarly(EarlyStoppingPlan stopping) {
    return TinyRun.plan(
        SEEDS,
        TinyNetwork.PLAN,
        new TrainingPlan(
            8,
            true,
            60,
            TinyRun.MOMENTUM,
            null,
            OnNonFinite.STOP,
            stopping,
            new CheckpointPlan(1, 1),
            null));
  }
}
