package dev.epochal.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AreaUnderRocTest {
  private static final float[] SCORES = {0.1f, 0.4f, 0.35f, 0.8f, 0.4f};
  private static final boolean[] POSITIVE = {false, false, true, true, true};

  @Test
  void aTieCountsHalf() {
    // Pairs won: 0.35 one of two, 0.8 both, 0.4 one and a half.
    assertThat(AreaUnderRoc.of(SCORES, POSITIVE).area()).isEqualTo(4.5 / 6, within(1e-12));
  }

  @Test
  void negativeZeroTiesWithZero() {
    float[] scores = {-0f, 0f};
    boolean[] positive = {true, false};
    assertThat(AreaUnderRoc.of(scores, positive).area()).isEqualTo(0.5);
  }

  @Test
  void theMeanOfOneAreaIsThatAreaWithItsInterval() {
    AreaUnderRoc area = AreaUnderRoc.of(SCORES, POSITIVE);
    AreaUnderRoc mean = AreaUnderRoc.mean(List.of(area));

    assertThat(mean.area()).isEqualTo(area.area());
    assertThat(mean.interval()).isEqualTo(area.interval());
  }

  @Test
  void theMeanOfTheSameErrorTwiceIsNoMoreCertain() {
    AreaUnderRoc area = AreaUnderRoc.of(SCORES, POSITIVE);

    assertThat(AreaUnderRoc.mean(List.of(area, area)).variance())
        .isEqualTo(area.variance(), within(1e-15));
  }

  @Test
  void oneImageOnASideHasAnAreaButNoInterval() {
    boolean[] one = {false, false, false, true, false};
    AreaUnderRoc area = AreaUnderRoc.of(SCORES, one);

    assertThat(area.area()).isEqualTo(1);
    assertThat(area.interval().low()).isNaN();
  }

  @Test
  void classesToldApartWithoutAMistakeHaveAnAreaButNoInterval() {
    boolean[] apart = {false, false, false, true, false};
    apart[1] = true;
    apart[4] = true;
    for (boolean reversed : new boolean[] {false, true}) {
      boolean[] positive = apart.clone();
      for (int i = 0; i < positive.length; i++) {
        positive[i] ^= reversed;
      }
      AreaUnderRoc area = AreaUnderRoc.of(SCORES, positive);

      assertThat(area.area()).isEqualTo(reversed ? 0 : 1);
      assertThat(area.interval().low()).isNaN();
      assertThat(area.interval().high()).isNaN();
    }
  }

  @Test
  void noAreasHaveNoMean() {
    assertThat(AreaUnderRoc.mean(List.of()).area()).isNaN();
  }
}
