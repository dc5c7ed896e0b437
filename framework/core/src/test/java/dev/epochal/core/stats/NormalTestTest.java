package dev.epochal.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalTestTest {

  @Test
  void theTailsAreThoseOfTheNormalDistribution() {
    assertThat(NormalTest.p(0)).isEqualTo(1, within(2e-7));
    assertThat(NormalTest.p(1.959963984540054)).isEqualTo(0.05, within(1e-7));
    assertThat(NormalTest.p(-1.959963984540054)).isEqualTo(0.05, within(1e-7));
    assertThat(NormalTest.p(4)).isEqualTo(6.334248e-5, within(1e-10));
    assertThat(NormalTest.p(Double.NaN)).isNaN();
  }

  @Test
  void holmMultipliesTheSmallestByAllTheNextByOneLess() {
    assertThat(NormalTest.holm(0.01, 0.04, 0.03, 0.005))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
  }

  @Test
  void whatCannotBeTestedIsNoTest() {
    assertThat(NormalTest.holm(Double.NaN, 0.5, 0.9)).containsExactly(Double.NaN, 1, 1);
  }
}
