package dev.epochal.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.data.Split;
import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.OnNonFinite;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.UpdaterPlan;
import dev.epochal.core.run.EpochResult;
import dev.epochal.core.stats.Predictions;
import dev.epochal.engine.evaluate.Evaluator;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.network.TinyNetwork;
import dev.epochal.engine.train.TrainingOutcome.End;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/** The training loop. */
final class TrainerTest {
  private static final SeedPlan SEEDS = SeedPlan.derived(1729);
  private static final NetworkPlan STILL = TinyNetwork.withDropout(0);

  @Test
  void everyImageIsUsedOnceAnEpochAndTheLastBatchHoldsTheRest() {
    TinyRun run = TinyRun.of(TinyRun.plan(SEEDS));

    assertThat(run.batchSizes).containsExactly(32, 32, 32, 14, 32, 32, 32, 14, 32, 32, 32, 14);
    assertThat(run.outcome.end()).isEqualTo(End.COMPLETED);
    assertThat(run.outcome.progress().epochs()).isEqualTo(3);
  }

  @Test
  void trainLossIsTheMeanOverImagesNotOverBatches() {
    TinyRun run = TinyRun.of(TinyRun.plan(SEEDS));

    double sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += run.losses.get(i) * run.batchSizes.get(i);
    }
    assertThat(run.epochs.get(0).trainLoss()).isEqualTo(sum / 110);
  }

  @Test
  void itLearns() {
    TinyRun run =
        TinyRun.of(
            TinyRun.plan(
                SEEDS, STILL, TinyRun.training(16, true, 15, TinyRun.MOMENTUM, OnNonFinite.STOP)));

    assertThat(run.epochs.get(0).trainLoss()).isGreaterThan(2);
    assertThat(run.epochs.get(14).trainLoss()).isLessThan(1);
    assertThat(run.epochs.get(14).trainAccuracy()).isGreaterThan(0.5);
  }

  /** With one batch and no dropout, the pass before the update is an evaluation of the split. */
  @Test
  void lossAndAccuracyOfThePassesAreThoseOfTheModelBeforeTheUpdate() {
    TinyRun run =
        TinyRun.of(
            TinyRun.plan(
                SEEDS, STILL, TinyRun.training(110, false, 1, TinyRun.MOMENTUM, OnNonFinite.STOP)));
    Network before = Network.create(STILL, TinyRun.MOMENTUM, SEEDS);
    Predictions predictions = new Evaluator(run.data, Split.TRAIN).predict(before);

    assertThat(run.epochs.get(0).trainLoss()).isCloseTo(predictions.loss(), within(1e-5));
    assertThat(run.epochs.get(0).trainAccuracy()).isEqualTo(predictions.accuracy());
  }

  @Test
  void validationIsThatOfTheParametersAfterTheEpoch() {
    TinyRun run = TinyRun.of(TinyRun.plan(SEEDS));
    Predictions predictions = new Evaluator(run.data, Split.VALIDATION).predict(run.network);

    assertThat(run.epochs.get(2).validationLoss()).isEqualTo(predictions.loss());
    assertThat(run.epochs.get(2).validationAccuracy()).isEqualTo(predictions.accuracy());
    assertThat(run.hashes.get(3)).isEqualTo(run.network.parametersSha256());
  }

  @Test
  void theBestParametersAreThoseOfTheEpochWithTheLowestValidationLoss() {
    // So long on so few images that the last epochs only learn these by heart.
    TinyRun run =
        TinyRun.of(
            TinyRun.plan(
                SEEDS, STILL, TinyRun.training(8, true, 12, TinyRun.MOMENTUM, OnNonFinite.STOP)));
    EpochResult best =
        run.epochs.stream().min(Comparator.comparingDouble(EpochResult::validationLoss)).get();

    assertThat(best.epoch()).isLessThan(12);
    assertThat(run.outcome.progress().best().epoch()).isEqualTo(best.epoch());
    run.outcome.state().bestParameters().restore(run.network);
    assertThat(run.network.parametersSha256()).isEqualTo(best.parametersSha256());
  }

  @Test
  void aRequestToStopEndsAfterTheCurrentUpdateWithoutTheUnfinishedEpoch() {
    TinyRun run = TinyRun.stoppedAfter(6, TinyRun.plan(SEEDS));

    assertThat(run.outcome.end()).isEqualTo(End.STOPPED);
    assertThat(run.losses).hasSize(6);
    assertThat(run.epochs).hasSize(1);
    assertThat(run.outcome.progress().epochs()).isEqualTo(1);
    assertThat(run.outcome.progress().batches()).isEqualTo(2);
    assertThat(run.outcome.progress().best().epoch()).isEqualTo(1);
  }

  @Test
  void aLossThatIsNoNumberStopsTheRunAtItsUpdate() {
    TinyRun run = TinyRun.of(exploding(OnNonFinite.STOP));

    assertThat(run.outcome.end()).isEqualTo(End.NON_FINITE);
    int updates = run.losses.size();
    assertThat(run.losses.subList(0, updates - 1)).allMatch(Double::isFinite);
    assertThat(run.losses.get(updates - 1)).isNaN();
    assertThat(run.outcome.progress().nonFinite()).isEqualTo(updates).isLessThan(5);
    assertThat(run.epochs).isEmpty();
    assertThat(run.states).isEmpty();
  }

  @Test
  void aLossThatIsNoNumberDoesNotStopARunThatIsToGoOn() {
    TinyRun run = TinyRun.of(exploding(OnNonFinite.CONTINUE));

    assertThat(run.outcome.end()).isEqualTo(End.COMPLETED);
    assertThat(run.epochs).hasSize(5);
    assertThat(run.epochs.get(4).trainLoss()).isNaN();
    assertThat(run.outcome.progress().nonFinite()).isBetween(1L, 4L);
    assertThat(run.outcome.progress().best().epoch()).isZero();
  }

  private static RunPlan exploding(OnNonFinite onNonFinite) {
    return TinyRun.plan(
        SEEDS, STILL, TinyRun.training(32, true, 5, new UpdaterPlan.Sgd(1e30, 0.9), onNonFinite));
  }
}
