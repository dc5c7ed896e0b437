package dev.epochal.engine.dataset.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkeletonsTest {
  private final SplitMix64 random = SplitMix64.of(1, Part.TRAIN, 0);

  @Test
  void aLineIsReadIntoStrokesAndCorners() {
    assertThat(Skeleton.parse("7 x2: 4,9 60,6! 27,100; 14,53 56,47"))
        .isEqualTo(
            new Skeleton(
                7,
                2,
                List.of(
                    List.of(new Knot(4, 9, false), new Knot(60, 6, true), new Knot(27, 100, false)),
                    List.of(new Knot(14, 53, false), new Knot(56, 47, false)))));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void everyDigitIsWrittenInSeveralWays(int digit) {
    Set<Skeleton> ways = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      ways.add(Skeletons.pick(digit, random));
    }

    assertThat(ways).hasSizeGreaterThanOrEqualTo(3).allMatch(way -> way.digit() == digit);
  }

  @Test
  void thereIsNoEleventhDigit() {
    assertThatThrownBy(() -> Skeletons.pick(10, random))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("digit must be between 0 and 9 but was 10");
  }
}
