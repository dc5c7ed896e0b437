package dev.epochal.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {

  /** statsmodels' {@code proportion_confint(8, 10, method="wilson")}. */
  @Test
  void aShareHasWilsonsInterval() {
    Interval interval = Interval.ofShare(8, 10);

    assertThat(interval.low()).isEqualTo(0.4901625, within(1e-6));
    assertThat(interval.high()).isEqualTo(0.9433178, within(1e-6));
  }

  @Test
  void noneAndAllReachTheEnds() {
    assertThat(Interval.ofShare(0, 5).low()).isZero();
    assertThat(Interval.ofShare(5, 5).high()).isEqualTo(1);
    assertThat(Interval.ofShare(5, 5).low()).isEqualTo(0.5655175, within(1e-6));
  }

  @Test
  void nothingHasNone() {
    assertThat(Interval.ofShare(0, 0).low()).isNaN();
  }
}
