package dev.epochal.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What of a number's variance goes with something else; expected values by SciPy. */
class ExplainedTest {

  @Test
  void groupsExplainAsMuchAsOmegaSquaredSays() {
    Explained explained =
        Explained.byGroups(
                List.of(
                    new double[] {0.91, 0.93, 0.92},
                    new double[] {0.85, 0.88, 0.86},
                    new double[] {0.90, 0.89, 0.93}))
            .orElseThrow();

    assertThat(explained.method()).isEqualTo(Explained.Method.OMEGA_SQUARED);
    assertThat(explained.share()).isCloseTo(0.674015748031496, within(1e-9));
    assertThat(explained.p()).isCloseTo(0.011465235844433895, within(1e-9));
    assertThat(explained.n()).isEqualTo(9);
    assertThat(explained.values()).isEqualTo(3);
  }

  @Test
  void numbersExplainAsMuchAsTheirRanksDo() {
    Explained explained =
        Explained.byRank(new double[] {1, 2, 3, 4, 5, 6, 7}, new double[] {3, 1, 4, 6, 5, 9, 8})
            .orElseThrow();

    assertThat(explained.method()).isEqualTo(Explained.Method.RANK_SQUARED);
    assertThat(explained.share()).isCloseTo(0.7566326530612245, within(1e-9));
    assertThat(explained.p()).isCloseTo(0.006807187408935393, within(1e-9));
  }

  @Test
  void nothingExplainsNothingOnAverage() {
    Random random = new Random(7);
    double sum = 0;
    for (int i = 0; i < 500; i++) {
      List<double[]> groups = new ArrayList<>();
      for (int level = 0; level < 5; level++) {
        groups.add(random.doubles(3).toArray());
      }
      sum += Explained.byGroups(groups).orElseThrow().share();
    }
    // What is below 0 counts as 0, so that the mean is a little above it; η² would be 4/14.
    assertThat(sum / 500).isLessThan(0.11);
  }

  @Test
  void whatHasNoChanceInItIsExplainedWholly() {
    Explained groups =
        Explained.byGroups(List.of(new double[] {1, 1}, new double[] {2, 2})).orElseThrow();
    Explained ranks =
        Explained.byRank(new double[] {1, 2, 3, 4, 5}, new double[] {1, 2, 3, 4, 9}).orElseThrow();

    assertThat(groups.share()).isEqualTo(1);
    assertThat(groups.p()).isZero();
    assertThat(ranks.share()).isCloseTo(1, within(1e-12));
    assertThat(ranks.p()).isZero();
  }

  @Test
  void whatDoesNotVaryOrWasTriedOnceExplainsNothing() {
    assertThat(Explained.byGroups(List.of(new double[] {1, 2}))).isEmpty();
    assertThat(Explained.byGroups(List.of(new double[] {1, 2}, new double[] {3}))).isEmpty();
    assertThat(Explained.byGroups(List.of(new double[] {1, 1}, new double[] {1, 1}))).isEmpty();
    assertThat(Explained.byRank(new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 4})).isEmpty();
    assertThat(Explained.byRank(new double[] {1, 1, 1, 1, 1}, new double[] {1, 2, 3, 4, 5}))
        .isEmpty();
    assertThat(Explained.byRank(new double[] {1, 2, 3, 4, 5}, new double[] {1, 1, 1, 1, 1}))
        .isEmpty();
  }
}
