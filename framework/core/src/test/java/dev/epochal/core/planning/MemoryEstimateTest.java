package dev.epochal.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.epochal.core.plan.MemoryEstimate;
import dev.epochal.core.plan.RunPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run is said to need. */
final class MemoryEstimateTest {
  private static final Path EXPERIMENTS = Path.of("../../experiments");

  @TempDir Path folder;

  /**
   * Peaks (VmHWM) as they were measured once, with MNIST: a changed factor must still meet them.
   */
  @Test
  void isThatOfMeasuredRuns() {
    assertMeasured(7094, plan("baseline.yaml"));
    assertMeasured(939, plan("quickstart.yaml", "data.subset.train=5000"));
    assertMeasured(409, plan("mlp.yaml"));
  }

  @Test
  void growsWithTheBatchAndWithTheParametersAndTheirUpdater() throws IOException {
    long small = total("training.batchSize=10");

    assertThat(total("training.batchSize=100")).isGreaterThan(small);
    assertThat(total("network.layers.fc.nOut=800")).isGreaterThan(small);
    assertThat(total("training.updater={type: adam}")).isGreaterThan(small);
  }

  @Test
  void theLargestBatchIsTheLastThatFits() {
    RunPlan plan = plan("baseline.yaml");
    long memory = 2L << 30;
    int largest = MemoryEstimate.largestBatch(plan, memory);

    assertThat(largest).isBetween(100, 4_999);
    assertThat(withBatch(largest)).isLessThanOrEqualTo(memory);
    assertThat(withBatch(largest + 1)).isGreaterThan(memory);
    assertThat(MemoryEstimate.largestBatch(plan, 100 << 20)).isZero();
  }

  @Test
  void isSaidInTheUnitsOfMemory() {
    assertThat(MemoryEstimate.text(500L << 20)).isEqualTo("500 MiB");
    assertThat(MemoryEstimate.text(7L << 30)).isEqualTo("7.0 GiB");
  }

  private static long withBatch(int size) {
    return MemoryEstimate.of(plan("baseline.yaml", "training.batchSize=" + size)).total();
  }

  private long total(String override) throws IOException {
    return MemoryEstimate.of(SpecFixture.planned(folder, SpecFixture.GOOD, override).plan())
        .total();
  }

  private static void assertMeasured(int mebibytes, RunPlan plan) {
    assertThat(MemoryEstimate.of(plan).total() >> 20)
        .isCloseTo((long) mebibytes, withinPercentage(25));
  }

  private static RunPlan plan(String spec, String... overrides) {
    return Planner.plan(EXPERIMENTS.resolve(spec), List.of(overrides)).plan();
  }
}
