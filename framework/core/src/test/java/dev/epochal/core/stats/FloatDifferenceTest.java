package dev.epochal.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Distances of floats, counted by stepping from one to the next. */
final class FloatDifferenceTest {
  @Test
  void neighboursAreOneApart() {
    for (float value : new float[] {1f, 0.1f, -3.5f, 1e-40f, 0f, Float.MAX_VALUE}) {
      assertThat(FloatDifference.ulp(value, Math.nextUp(value))).isEqualTo(1);
      assertThat(FloatDifference.ulp(Math.nextUp(value), value)).isEqualTo(1);
    }
  }

  @Test
  void stepsAreCountedAcrossPowersOfTwo() {
    float other = 1f;
    for (int step = 0; step < 10; step++) {
      other = Math.nextDown(other);
    }
    assertThat(FloatDifference.ulp(1f, other)).isEqualTo(10);
    assertThat(FloatDifference.ulp(1f, 2f)).isEqualTo(1 << 23);
  }

  @Test
  void acrossZeroTheStepsOfBothSidesAreCounted() {
    assertThat(FloatDifference.ulp(0f, -0f)).isEqualTo(1);
    assertThat(FloatDifference.ulp(Float.MIN_VALUE, -Float.MIN_VALUE)).isEqualTo(3);
    assertThat(FloatDifference.ulp(1e-9f, -1e-9f)).isEqualTo(2L * Float.floatToIntBits(1e-9f) + 1);
  }

  @Test
  void noNumberIsFartherThanAnyTwoNumbers() {
    long farthest = FloatDifference.ulp(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
    assertThat(FloatDifference.ulp(Float.NaN, 1f)).isGreaterThan(farthest);
    assertThat(FloatDifference.ulp(Float.NaN, Float.intBitsToFloat(0xffc00000))).isZero();
    assertThat(FloatDifference.ulp(Float.MAX_VALUE, Float.POSITIVE_INFINITY)).isEqualTo(1);
  }

  @Test
  void arraysAreAsFarApartAsTheirFarthestPair() {
    float[] a = {1f, 0f, 2f, -0.5f};
    float[] b = {1f, 0f, Math.nextUp(2f), -0.25f};

    FloatDifference difference = FloatDifference.of(a, b);

    assertThat(difference.n()).isEqualTo(4);
    assertThat(difference.differing()).isEqualTo(2);
    assertThat(difference.maxUlp()).isEqualTo(1 << 23);
    assertThat(difference.maxRelative()).isEqualTo(0.5);
    assertThat(difference.maxAbsolute()).isEqualTo(0.25);
    assertThat(difference.isNone()).isFalse();
    assertThat(FloatDifference.of(a, a.clone()).isNone()).isTrue();
  }

  @Test
  void relativeToTheLargerOneADifferenceIsAtMostTwo() {
    assertThat(FloatDifference.of(new float[] {1e-30f}, new float[] {-1e-30f}).maxRelative())
        .isEqualTo(2);
    assertThat(FloatDifference.of(new float[] {0f}, new float[] {-0f}).maxRelative()).isZero();
    assertThat(FloatDifference.of(new float[] {1f}, new float[] {Math.nextUp(1f)}).maxRelative())
        .isCloseTo(Math.pow(2, -23), within(1e-13));
  }

  @Test
  void whereOneIsNotFiniteTheyAreInfinitelyFarApart() {
    for (float odd : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      FloatDifference difference = FloatDifference.of(new float[] {odd}, new float[] {1f});
      assertThat(difference.maxRelative()).isEqualTo(Double.POSITIVE_INFINITY);
      assertThat(difference.maxAbsolute()).isEqualTo(Double.POSITIVE_INFINITY);
    }
  }

  @Test
  void arraysOfDifferentLengthsAreNotCompared() {
    assertThatThrownBy(() -> FloatDifference.of(new float[2], new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 numbers beside 3");
  }
}
