package dev.epochal.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.run.Series;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ReducedTest {
  private static Series series(int n, int spike, int nan) {
    return new Series(
        IntStream.rangeClosed(1, n).asLongStream().toArray(),
        IntStream.rangeClosed(1, n)
            .mapToDouble(i -> i == spike ? 99 : i == nan ? Double.NaN : Math.sin(i / 50.0))
            .toArray());
  }

  @Test
  void aShortHistoryIsLeftAsItIs() {
    Reduced reduced = Reduced.of(series(100, 7, 8), 100);
    assertThat(reduced.points()).hasSize(100);
    assertThat(reduced.isReduced()).isFalse();
    assertThat(reduced.means()).isEmpty();
  }

  @Test
  void aLongOneKeepsEverySpikeEveryNanAndItsEnd() {
    Reduced reduced = Reduced.of(series(1_000_000, 333_333, 777_777), 1_000);
    assertThat(reduced.points()).hasSizeBetween(500, 1_000);
    assertThat(reduced.of()).isEqualTo(1_000_000);
    assertThat(reduced.isReduced()).isTrue();
    assertThat(reduced.points())
        .contains(List.of(333_333L, 99.0), List.of(777_777L, Double.NaN))
        .isSortedAccordingTo((a, b) -> Long.compare((long) a.get(0), (long) b.get(0)));
    assertThat(reduced.points().get(reduced.points().size() - 1).get(0)).isEqualTo(1_000_000L);
  }

  @Test
  void aSpikeIsNoMoreOfTheMeanThanItsShareAndWhatIsNotFiniteNone() {
    double[] values = new double[1_000];
    Arrays.fill(values, 0.1);
    values[30] = 10;
    values[520] = Double.NaN;
    Arrays.fill(values, 900, 1_000, Double.POSITIVE_INFINITY);
    long[] steps = IntStream.rangeClosed(1, 1_000).asLongStream().toArray();
    Reduced reduced = Reduced.of(new Series(steps, values), 40);
    assertThat(reduced.means()).hasSize(10);
    assertThat(reduced.means().get(0).get(0)).isEqualTo(51L);
    assertThat((double) reduced.means().get(0).get(1)).isCloseTo(0.199, within(1e-12));
    assertThat(reduced.means().get(5).get(2)).isEqualTo(99L);
    assertThat((double) reduced.means().get(5).get(1)).isCloseTo(0.1, within(1e-12));
    assertThat(reduced.means().get(9)).containsExactly(951L, Double.NaN, 0L);
  }
}
