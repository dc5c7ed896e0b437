package dev.epochal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void ticksAreWrittenShort() {
    assertThat(Numbers.tick(0)).isEqualTo("0");
    assertThat(Numbers.tick(0.30000000000000004)).isEqualTo("0.3");
    assertThat(Numbers.tick(-0.5)).isEqualTo("−0.5");
    assertThat(Numbers.tick(12_000)).isEqualTo("12000");
    assertThat(Numbers.tick(1e30)).isEqualTo("1e30");
    assertThat(Numbers.tick(2.5e-7)).isEqualTo("2.5e−7");
  }

  @Test
  void valuesHaveFourDigits() {
    assertThat(Numbers.value(0.098541)).isEqualTo("0.09854");
    assertThat(Numbers.value(Double.MAX_VALUE)).isEqualTo("1.798e308");
  }

  @Test
  void aShareOfNothingIsADash() {
    assertThat(Numbers.percent(0.98125)).isEqualTo("98.13 %");
    assertThat(Numbers.percent(Double.NaN)).isEqualTo("–");
    assertThat(Numbers.count(48_000)).isEqualTo("48,000");
  }
}
