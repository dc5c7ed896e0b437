package dev.epochal.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.plan.SplitPlan.Fractions;
import dev.epochal.core.plan.SplitPlan.Sizes;
import org.junit.jupiter.api.Test;

/** Sizes of splits. */
final class SplitPlanTest {
  @Test
  void eightyTenTenOfMnistIs48000And6000And6000() {
    assertThat(new Fractions(0.8, 0.1, 0.1).cut(60_000)).isEqualTo(new Sizes(48_000, 6_000, 6_000));
  }

  @Test
  void sharesThatMakeUpTheWholeLeaveNothingOver() {
    for (int n = 1; n < 1_000; n++) {
      Sizes sizes = new Fractions(1 / 3.0, 1 / 3.0, 1 / 3.0).cut(n);
      assertThat(sizes.train() + sizes.validation() + sizes.test()).isEqualTo(n);
    }
  }

  @Test
  void sharesOfLessThanTheWholeLeaveTheRest() {
    assertThat(new Fractions(0.5, 0.1, 0.1).cut(100)).isEqualTo(new Sizes(50, 10, 10));
  }
}
