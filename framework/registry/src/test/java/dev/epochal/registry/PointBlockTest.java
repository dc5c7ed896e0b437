package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.run.Series;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointBlockTest {
  private static void returns(long[] steps, double[] values) {
    Series back = PointBlock.decode(PointBlock.encode(new Series(steps, values)));
    assertThat(back.steps()).isEqualTo(steps);
    assertThat(bits(back.values())).isEqualTo(bits(values));
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  @Test
  void valuesThatAreNoNumbersComeBackAsTheyAre() {
    double ownNaN = Double.longBitsToDouble(0x7ff8_dead_beef_0001L);
    returns(
        new long[] {1, 2, 3, 4, 5, 6},
        new double[] {
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          -0.0,
          Double.MIN_VALUE,
          ownNaN
        });
  }

  @Test
  void anyAscendingStepsComeBack() {
    returns(new long[] {}, new double[] {});
    returns(new long[] {0}, new double[] {1});
    returns(new long[] {-7, 0, 1, 127, 128, 16_384}, new double[] {1, 2, 3, 4, 5, 6});
    returns(new long[] {Long.MIN_VALUE, -1, Long.MAX_VALUE}, new double[] {1, 2, 3});
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void randomSeriesComeBack(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      int n = random.nextInt(PointBlock.MOST + 1);
      long[] steps =
          random.longs(n).map(step -> step >> random.nextInt(64)).sorted().distinct().toArray();
      double[] values = random.longs(steps.length).mapToDouble(Double::longBitsToDouble).toArray();
      returns(steps, values);
    }
  }

  @Test
  void aPointOfAHistoryTakesNineBytes() {
    long[] steps = LongStream.rangeClosed(1, 1_000).toArray();
    assertThat(PointBlock.encode(new Series(steps, new double[1_000]))).hasSize(2 + 9 * 1_000);
  }

  @Test
  void moreThanABlockHoldsIsRefused() {
    int tooMany = PointBlock.MOST + 1;
    Series series = new Series(LongStream.range(0, tooMany).toArray(), new double[tooMany]);
    assertThatThrownBy(() -> PointBlock.encode(series))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing, not even a number of points
        "80", // a number that goes on
        "ffffffffffffffffff7f", // a negative number of points
        "ffffffff7f", // far more than fits
        "01", // a point without anything
        "0101", // a point without a value
        "02010000000000000000000000000000000000", // two points on one step
        "0102000000000000000000", // a byte after the last value
        "02017f0000000000000000000000000000ff", // a value cut short
        "0280808080808080808080808001010000000000000000000000", // a step of too many bytes
      })
  void bytesThatAreNoBlockAreRefused(String hex) {
    assertThatThrownBy(() -> PointBlock.decode(HexFormat.of().parseHex(hex)))
        .isInstanceOf(PointBlock.Damaged.class)
        .hasMessageContaining("no block of points");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverTheBytesOnlyABlockOrOurRefusalComesOfThem(long seed) {
    Random random = new Random(seed);
    byte[] good = PointBlock.encode(new Series(LongStream.range(0, 40).toArray(), new double[40]));
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = good.clone();
      for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      byte[] cut = Arrays.copyOf(bytes, random.nextInt(2 * bytes.length));
      try {
        Series series = PointBlock.decode(cut);
        assertThat(PointBlock.decode(PointBlock.encode(series)).steps()).isEqualTo(series.steps());
      } catch (PointBlock.Damaged refused) {
        assertThat(refused).hasMessageStartingWith("no block of points");
      }
    }
  }
}
