package dev.epochal.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

  // From SciPy 1.17.1 and NumPy: v.std(ddof=1), t.ppf(.975, n - 1) * v.std(ddof=1) / n ** .5
  @Test
  void meanAndIntervalAreThoseOfSciPy() {
    Sample three = Sample.of(List.of(0.84, 0.86, 0.85));
    assertThat(three.mean()).isEqualTo(0.85, within(1e-15));
    assertThat(three.sd()).isEqualTo(0.01, within(1e-15));
    assertThat(three.halfWidth()).isEqualTo(0.02484137711750332, within(1e-10));
    assertThat(Sample.of(List.of(1.0, 2.0)).halfWidth()).isEqualTo(6.353102368087347, within(1e-8));
    assertThat(Sample.of(List.of(.1, .2, .3, .4, .5, .7)).halfWidth())
        .isEqualTo(0.22670400872778668, within(1e-10));
  }

  @Test
  void oneNumberHasNoSpread() {
    Sample one = Sample.of(List.of(0.5));
    assertThat(one.mean()).isEqualTo(0.5);
    assertThat(one.sd()).isNaN();
    assertThat(one.halfWidth()).isNaN();
    assertThat(Sample.of(List.of()).mean()).isNaN();
  }

  @Test
  void whatIsNotFiniteIsCountedApart() {
    Sample diverged = Sample.of(List.of(1.0, Double.NaN, 3.0, Double.POSITIVE_INFINITY));
    assertThat(diverged).isEqualTo(new Sample(2, 2, 2, Math.sqrt(2)));
  }
}
