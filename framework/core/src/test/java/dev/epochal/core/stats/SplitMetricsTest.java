package dev.epochal.core.stats;

import static dev.epochal.core.stats.ConfusionMatrixTest.TEN;
import static dev.epochal.core.stats.ConfusionMatrixTest.predictions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.data.Split;
import java.util.List;
import java.util.SortedMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Final metrics by name. */
final class SplitMetricsTest {
  private final SortedMap<String, Double> metrics =
      SplitMetrics.of(Split.TEST, TEN, List.of("a", "b", "c", "d"));

  // sklearn.metrics.precision_recall_fscore_support(..., labels=range(4), zero_division=0)
  @Test
  void macroAveragesCountEveryClassAndTakeUndefinedRatiosAsZero() {
    assertThat(metrics)
        .containsEntry("test.precision.macro", (1 / 2.0 + 2 / 3.0 + 0 + 0) / 4)
        .containsEntry("test.recall.macro", (3 / 4.0 + 2 / 4.0 + 0 + 0) / 4)
        .containsEntry("test.f1.macro", (6 / 10.0 + 4 / 7.0 + 0 + 0) / 4)
        .containsEntry("test.falsePositiveRate.macro", (3 / 6.0 + 1 / 6.0 + 0 + 1 / 10.0) / 4);
  }

  @Test
  void microAveragesAreTheAccuracy() {
    assertThat(metrics)
        .containsEntry("test.accuracy", 0.5)
        .containsEntry("test.precision.micro", 0.5)
        .containsEntry("test.recall.micro", 0.5)
        .containsEntry("test.f1.micro", 0.5)
        .containsEntry("test.falsePositiveRate.micro", 5 / 30.0);
  }

  @Test
  void eachClassHasItsRatiosAndCounts() {
    assertThat(metrics)
        .containsEntry("test.loss", 0.25)
        .containsEntry("test.precision.b", 2 / 3.0)
        .containsEntry("test.recall.b", 0.5)
        .containsEntry("test.f1.b", 4 / 7.0)
        .containsEntry("test.falsePositiveRate.b", 1 / 6.0)
        .containsEntry("test.tp.b", 2.0)
        .containsEntry("test.fp.b", 1.0)
        .containsEntry("test.tn.b", 5.0)
        .containsEntry("test.fn.b", 2.0)
        .hasSize(2 + 4 * (4 + 2) + 4 * 4 + 4 + 1);
  }

  @Test
  void namesBeginWithTheSplit() {
    assertThat(SplitMetrics.of(Split.VALIDATION, TEN, List.of("a", "b", "c", "d")).keySet())
        .allMatch(name -> name.startsWith("validation."));
  }

  @Test
  void aLossThatIsNoNumberIsKept() {
    Predictions lost =
        new Predictions(new int[1], new int[1], new int[1], new float[1], 1, Double.NaN);

    assertThat(SplitMetrics.of(Split.TEST, lost, List.of("a")).get("test.loss")).isNaN();
  }

  @Test
  void microIsTheAccuracyOfAnyPredictions() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    for (int round = 0; round < 100; round++) {
      int n = random.nextInt(1, 50);
      Predictions any =
          predictions(3, random.ints(n, 0, 3).toArray(), random.ints(n, 0, 3).toArray());
      SortedMap<String, Double> of = SplitMetrics.of(Split.TEST, any, List.of("a", "b", "c"));

      assertThat(of.get("test.f1.micro")).isCloseTo(any.accuracy(), within(1e-15));
      double images =
          of.get("test.tp.a") + of.get("test.fp.a") + of.get("test.tn.a") + of.get("test.fn.a");
      assertThat(images).isEqualTo(n);
    }
  }
}
