package dev.epochal.runner.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.figure.LossHistory;
import org.junit.jupiter.api.Test;

class UpdateLossesTest {

  @Test
  void fewAreKeptAsTheyAre() {
    UpdateLosses losses = new UpdateLosses();
    losses.add(3);
    losses.add(Double.NaN);

    assertThat(losses.means()).containsExactly(3.0, Double.NaN);
    assertThat(losses.at()).containsExactly(1.0, 2.0);
  }

  @Test
  void manyBecomeMeansOfNeighboursInTheirMiddle() {
    UpdateLosses losses = new UpdateLosses();
    int n = 10 * LossHistory.MOST_UPDATES;
    for (int i = 1; i <= n; i++) {
      losses.add(i);
    }

    assertThat(losses.means()).hasSizeBetween(500, LossHistory.MOST_UPDATES);
    // A loss that is its own number lies where its number is.
    for (int i = 0; i < losses.means().size(); i++) {
      assertThat(losses.means().get(i)).isEqualTo(losses.at().get(i), within(1e-9));
    }
  }
}
