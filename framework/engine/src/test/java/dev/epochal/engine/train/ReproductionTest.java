package dev.epochal.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.UpdaterPlan;
import dev.epochal.engine.network.TinyNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Same plan, same bits; and each seed changes its own stream alone. The runs have dropout,
 * shuffling, momentum and a batch size that does not divide the images.
 */
final class ReproductionTest {
  private static final SeedPlan SEEDS = SeedPlan.derived(1729);

  private final TinyRun run = TinyRun.of(TinyRun.plan(SEEDS));

  @Test
  void theSamePlanGivesTheSameNumbersAtEveryUpdateAndEpoch() {
    TinyRun again = TinyRun.of(TinyRun.plan(SEEDS));

    assertThat(again.hashes).hasSize(4).doesNotHaveDuplicates().isEqualTo(run.hashes);
    assertThat(again.numbers()).isEqualTo(run.numbers());
    assertThat(again.data.record()).isEqualTo(run.data.record());
  }

  @Test
  void theSamePlanGivesTheSameNumbersWithAdam() {
    RunPlan plan =
        TinyRun.plan(SEEDS, TinyNetwork.PLAN, new UpdaterPlan.Adam(1e-3, 0.9, 0.999, 1e-8), true);
    TinyRun adam = TinyRun.of(plan);

    assertThat(TinyRun.of(plan).numbers()).isEqualTo(adam.numbers());
    assertThat(adam.hashes.get(0)).isEqualTo(run.hashes.get(0));
    assertThat(adam.hashes.get(1)).isNotEqualTo(run.hashes.get(1));
  }

  @Test
  void whatElseDrawsNumbersOnTheThreadChangesNothing() {
    Nd4j.getRandom().setSeed(99);
    Nd4j.rand(7, 7);

    assertThat(TinyRun.of(TinyRun.plan(SEEDS)).hashes).isEqualTo(run.hashes);
  }

  @Test
  void anotherThreadGivesTheSameNumbers() throws InterruptedException {
    TinyRun[] there = new TinyRun[1];
    Thread thread = new Thread(() -> there[0] = TinyRun.of(TinyRun.plan(SEEDS)));
    thread.start();
    thread.join();

    assertThat(there[0].numbers()).isEqualTo(run.numbers());
  }

  @Test
  void anotherSeedGivesOtherSplitsAndOtherParameters() {
    TinyRun other = TinyRun.of(TinyRun.plan(SeedPlan.derived(1730)));

    assertThat(other.data.record().splits()).isNotEqualTo(run.data.record().splits());
    assertThat(other.hashes).doesNotContainAnyElementsOf(run.hashes);
  }

  @Test
  void theInitSeedAloneChangesTheFirstParametersAndKeepsTheSplits() {
    TinyRun other =
        TinyRun.of(
            TinyRun.plan(
                new SeedPlan(SEEDS.seed(), SEEDS.split(), 1, SEEDS.shuffle(), SEEDS.dropout())));

    assertThat(other.data.record()).isEqualTo(run.data.record());
    assertThat(other.hashes).doesNotContainAnyElementsOf(run.hashes);
  }

  @Test
  void theSplitSeedAloneChangesTheSplitsAndKeepsTheFirstParameters() {
    TinyRun other =
        TinyRun.of(
            TinyRun.plan(
                new SeedPlan(SEEDS.seed(), 1, SEEDS.init(), SEEDS.shuffle(), SEEDS.dropout())));

    assertThat(other.data.record().splits()).isNotEqualTo(run.data.record().splits());
    firstEqualThenOther(other);
  }

  @Test
  void theShuffleSeedAloneChangesTheFirstEpochAndKeepsTheFirstParameters() {
    TinyRun other =
        TinyRun.of(
            TinyRun.plan(
                new SeedPlan(SEEDS.seed(), SEEDS.split(), SEEDS.init(), 1, SEEDS.dropout())));

    assertThat(other.data.record()).isEqualTo(run.data.record());
    firstEqualThenOther(other);
  }

  @Test
  void theDropoutSeedAloneChangesTheFirstEpochAndKeepsTheFirstParameters() {
    TinyRun other =
        TinyRun.of(
            TinyRun.plan(
                new SeedPlan(SEEDS.seed(), SEEDS.split(), SEEDS.init(), SEEDS.shuffle(), 1)));

    assertThat(other.data.record()).isEqualTo(run.data.record());
    firstEqualThenOther(other);
  }

  @Test
  void aSeedOfAStreamThatIsNotUsedChangesNothing() {
    RunPlan still = TinyRun.plan(SEEDS, TinyNetwork.withDropout(0), TinyRun.MOMENTUM, false);
    RunPlan other =
        TinyRun.plan(
            new SeedPlan(SEEDS.seed(), SEEDS.split(), SEEDS.init(), 1, 2),
            TinyNetwork.withDropout(0),
            TinyRun.MOMENTUM,
            false);

    assertThat(TinyRun.of(other).numbers()).isEqualTo(TinyRun.of(still).numbers());
  }

  private void firstEqualThenOther(TinyRun other) {
    assertThat(other.hashes.get(0)).isEqualTo(run.hashes.get(0));
    assertThat(other.hashes.subList(1, 4)).doesNotContainAnyElementsOf(run.hashes);
  }
}
