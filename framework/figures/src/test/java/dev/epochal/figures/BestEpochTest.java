package dev.epochal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.figure.LossHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

class BestEpochTest {

  @Test
  void isTheEpochWithTheLowestValidationLossNotTheLowestTrainLoss() {
    assertThat(BestEpoch.of(validation(0.5, 0.3, 0.4))).contains(new BestEpoch(2, 0.3));
  }

  @Test
  void isTheFirstOfEquals() {
    assertThat(BestEpoch.of(validation(0.5, 0.3, 0.3))).contains(new BestEpoch(2, 0.3));
  }

  @Test
  void isNeverOneWithoutAFiniteLoss() {
    assertThat(BestEpoch.of(validation(Double.NaN, Double.NEGATIVE_INFINITY, 7)))
        .contains(new BestEpoch(3, 7));
  }

  @Test
  void isNoneWhenNoLossIsFinite() {
    assertThat(BestEpoch.of(validation(Double.NaN, Double.POSITIVE_INFINITY))).isEmpty();
    assertThat(BestEpoch.of(validation())).isEmpty();
  }

  @Test
  void hasTheEpochsOwnNumber() {
    LossHistory resumed =
        LossHistory.byEpoch(
            Samples.SUBJECT,
            1,
            1,
            List.of(11, 12),
            List.of(1.0, 1.0),
            List.of(2.0, 1.0),
            List.of(0.0, 0.0),
            List.of(0.0, 0.0));

    assertThat(BestEpoch.of(resumed)).contains(new BestEpoch(12, 1));
  }

  private static LossHistory validation(double... losses) {
    return Samples.history(
        Samples.SUBJECT, losses.length, e -> 10 - e, e -> losses[(int) e - 1], e -> 0, e -> 0);
  }
}
