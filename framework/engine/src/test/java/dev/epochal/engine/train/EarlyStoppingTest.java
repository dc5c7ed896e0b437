package dev.epochal.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.plan.CheckpointPlan;
import dev.epochal.core.plan.EarlyStoppingPlan;
import dev.epochal.core.plan.OnNonFinite;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.TrainingPlan;
import dev.epochal.core.plan.UpdaterPlan;
import dev.epochal.core.plan.ValidationMetric;
import dev.epochal.core.run.EpochResult;
import dev.epochal.engine.network.TinyNetwork;
import dev.epochal.engine.train.TrainingOutcome.End;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Training that ends because it no longer gets better: on so few images it soon does. */
final class EarlyStoppingTest {
  private static final int EPOCHS = 60;

  @Test
  void endsWhenTheLossWasNotLowerForAsManyEpochsAsItsPatience() {
    TinyRun run = run(new EarlyStoppingPlan(ValidationMetric.LOSS, 3, 0), TinyRun.MOMENTUM);
    int lowest = lowest(run);

    assertThat(run.outcome.end()).isEqualTo(End.NO_BETTER);
    assertThat(run.epochs).hasSize(lowest + 3).hasSizeLessThan(EPOCHS);
    assertThat(run.outcome.progress().best())
        .isEqualTo(new BestEpoch(lowest, run.epochs.get(lowest - 1).validationLoss()));
    run.outcome.state().bestParameters().restore(run.network);
    assertThat(run.network.parametersSha256()).isEqualTo(run.hashes.get(lowest));
  }

  @Test
  void endsWhenTheAccuracyWasNotHigherAndKeepsTheEarlierOfEqualEpochs() {
    TinyRun run = run(new EarlyStoppingPlan(ValidationMetric.ACCURACY, 3, 0), TinyRun.MOMENTUM);
    List<Double> accuracies = run.epochs.stream().map(EpochResult::validationAccuracy).toList();
    int highest = accuracies.indexOf(accuracies.stream().max(Double::compare).orElseThrow());

    assertThat(run.outcome.end()).isEqualTo(End.NO_BETTER);
    assertThat(run.outcome.progress().best().epoch()).isEqualTo(highest + 1);
    assertThat(run.epochs).hasSize(highest + 1 + 3);
  }

  @Test
  void whatIsBetterByLessThanMinDeltaDoesNotCountButIsKeptAsTheBest() {
    TinyRun run = run(new EarlyStoppingPlan(ValidationMetric.LOSS, 5, 100), TinyRun.MOMENTUM);

    assertThat(run.outcome.end()).isEqualTo(End.NO_BETTER);
    assertThat(run.epochs).hasSize(6);
    assertThat(run.outcome.progress().counted().epoch()).isEqualTo(1);
    assertThat(run.outcome.progress().best().epoch()).isEqualTo(lowest(run)).isGreaterThan(1);
  }

  @Test
  void epochsWhoseLossIsNoNumberAreNeverBetter() {
    TinyRun run =
        run(new EarlyStoppingPlan(ValidationMetric.LOSS, 2, 0), new UpdaterPlan.Sgd(1e30, 0.9));

    assertThat(run.outcome.end()).isEqualTo(End.NO_BETTER);
    assertThat(run.epochs).hasSize(2).allMatch(epoch -> Double.isNaN(epoch.validationLoss()));
    assertThat(run.outcome.progress().best()).isEqualTo(BestEpoch.NONE);
    run.outcome.state().bestParameters().restore(run.network);
    assertThat(run.network.parametersSha256()).isEqualTo(run.hashes.get(0));
  }

  /** The epoch with the lowest loss, counted from 1; of equal ones the first. */
  private static int lowest(TinyRun run) {
    List<Double> losses = run.epochs.stream().map(EpochResult::validationLoss).toList();
    return 1 + losses.indexOf(losses.stream().min(Double::compare).orElseThrow());
  }

  private static TinyRun run(EarlyStoppingPlan stopping, UpdaterPlan updater) {
    RunPlan plan =
        TinyRun.plan(
            SeedPlan.derived(1729),
            TinyNetwork.withDropout(0),
            new TrainingPlan(
                8,
                true,
                EPOCHS,
                updater,
                null,
                OnNonFinite.CONTINUE,
                stopping,
                new CheckpointPlan(100, 1),
                null));
    return TinyRun.of(plan);
  }
}
