package dev.epochal.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.data.NpyFile;
import dev.epochal.core.data.Split;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Areas under ROC curves; the fixtures' are scikit-learn's, see auc/make_fixture.py. */
final class RocAucTest {
  private static final List<String> NAMES = List.of("a", "b", "c", "d");

  private static Path fixture(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(RocAucTest.class.getResource("/auc/" + name + ".npy")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Predictions read(String kind) {
    int[] labels = NpyFile.readInts(fixture(kind + "-labels"));
    float[] probabilities = NpyFile.readFloats(fixture(kind + "-probabilities"));
    return new Predictions(
        new int[labels.length],
        labels,
        new int[labels.length],
        probabilities,
        probabilities.length / labels.length,
        0);
  }

  private static Predictions binary(int[] labels, float... scoresOfOne) {
    float[] probabilities = new float[2 * labels.length];
    for (int i = 0; i < labels.length; i++) {
      probabilities[2 * i] = 1 - scoresOfOne[i];
      probabilities[2 * i + 1] = scoresOfOne[i];
    }
    return new Predictions(
        new int[labels.length], labels, new int[labels.length], probabilities, 2, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "ties", "perfect", "saturated", "absent"})
  void areasAreThoseOfScikitLearn(String kind) {
    Map<String, Double> metrics = SplitMetrics.of(Split.TEST, read(kind), NAMES);
    float[] expected = NpyFile.readFloats(fixture(kind + "-auc"));
    for (int c = 0; c <= NAMES.size(); c++) {
      String name = "test.auc." + (c == NAMES.size() ? "macro" : NAMES.get(c));
      double area = (double) expected[2 * c] + expected[2 * c + 1];
      if (Double.isNaN(area)) {
        assertThat(metrics.get(name)).as(name).isNaN();
      } else {
        assertThat(metrics.get(name)).as(name).isCloseTo(area, within(1e-12));
      }
    }
  }

  @Test
  void aTieCountsHalf() {
    assertThat(RocAuc.oneVsRest(binary(new int[] {0, 0, 1, 1}, 0.1f, 0.4f, 0.4f, 0.9f), 1))
        .isEqualTo(3.5 / 4);
  }

  @Test
  void scoresThatAreAllTheSameGiveExactlyOneHalf() {
    assertThat(RocAuc.oneVsRest(binary(new int[] {0, 1, 1, 0, 1}, .3f, .3f, .3f, .3f, .3f), 1))
        .isEqualTo(0.5);
  }

  @Test
  void separationIsOneOneWayAndZeroTheOther() {
    int[] labels = {0, 0, 1};
    assertThat(RocAuc.oneVsRest(binary(labels, 0.1f, 0.2f, 0.3f), 1)).isEqualTo(1);
    assertThat(RocAuc.oneVsRest(binary(labels, 0.9f, 0.8f, 0.3f), 1)).isZero();
  }

  @Test
  void thereIsNoAreaForAClassThatNeverOccursOrThatAloneOccurs() {
    Predictions onlyOnes = binary(new int[] {1, 1}, 0.2f, 0.8f);
    assertThat(RocAuc.oneVsRest(onlyOnes, 0)).isNaN();
    assertThat(RocAuc.oneVsRest(onlyOnes, 1)).isNaN();
    assertThat(SplitMetrics.of(Split.TEST, onlyOnes, NAMES).get("test.auc.macro")).isNaN();
  }

  @Test
  void aProbabilityThatIsNoNumberLeavesNoArea() {
    Predictions diverged = binary(new int[] {0, 1, 0, 1}, 0.2f, 0.8f, Float.NaN, 0.7f);
    assertThat(RocAuc.oneVsRest(diverged, 1)).isNaN();
  }

  @Test
  void areasAreTheShareOfPairsInTheRightOrder() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    for (int round = 0; round < 50; round++) {
      int n = random.nextInt(2, 60);
      int[] labels = random.ints(n, 0, 2).toArray();
      float[] scores = new float[n];
      for (int i = 0; i < n; i++) {
        scores[i] = random.nextInt(8) / 8f;
      }
      assertThat(RocAuc.oneVsRest(binary(labels, scores), 1)).isEqualTo(pairs(labels, scores));
    }
  }

  private static Double pairs(int[] labels, float[] scores) {
    double right = 0;
    int pairs = 0;
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < labels.length; j++) {
        if (labels[i] == 1 && labels[j] == 0) {
          pairs++;
          right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    return right / pairs;
  }
}
