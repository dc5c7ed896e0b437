package dev.epochal.engine.dataset.digits;

import static dev.epochal.engine.dataset.digits.DigitsGenerator.DEFAULT_SEED;
import static dev.epochal.engine.dataset.digits.DigitsGenerator.PIXELS;
import static dev.epochal.engine.dataset.digits.DigitsGenerator.SIDE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DigitsStatisticsTest {
  private static final int COUNT = 2_000;
  private static final byte[] IMAGES = new byte[COUNT * PIXELS];
  private static final int[] LABELS = new int[COUNT];

  @BeforeAll
  static void draw() {
    new DigitsGenerator(DEFAULT_SEED).fill(Part.TRAIN, 0, IMAGES, LABELS);
  }

  @Test
  void everyDigitIsAboutATenthOfAPart() {
    DigitsGenerator digits = new DigitsGenerator(DEFAULT_SEED);
    int[] counts = new int[10];
    for (int i = 0; i < Part.TRAIN.size(); i++) {
      counts[digits.label(Part.TRAIN, i)]++;
    }

    // Four standard deviations of a binomial with 60,000 draws are 294.
    assertThat(Arrays.stream(counts).boxed()).allMatch(count -> count >= 5_706 && count <= 6_294);
  }

  @Test
  void brightnessAndContrastAreAboutThoseOfMnist() {
    double mean = IntStream.range(0, IMAGES.length).mapToDouble(i -> grey(i)).average().orElse(0);
    double square =
        IntStream.range(0, IMAGES.length).mapToDouble(i -> grey(i) * grey(i)).average().orElse(0);

    // MNIST: 0.131 and 0.308.
    assertThat(mean).isBetween(0.12, 0.15);
    assertThat(Math.sqrt(square - mean * mean)).isBetween(0.29, 0.32);
  }

  @Test
  void everyImageHasInkAndMorePaper() {
    for (int image = 0; image < COUNT; image++) {
      int from = image * PIXELS;
      long ink = IntStream.range(from, from + PIXELS).filter(i -> grey(i) > 0.5).count();
      assertThat(ink).as("ink in image %d", image).isBetween(8L, PIXELS / 2L);
    }
  }

  @Test
  void hardlyAnyInkReachesTheBorder() {
    double ink =
        IntStream.range(0, IMAGES.length)
            .filter(i -> i % SIDE == 0 || i % SIDE == SIDE - 1)
            .mapToDouble(DigitsStatisticsTest::grey)
            .sum();

    assertThat(ink / COUNT).isLessThan(0.2);
  }

  @Test
  void noTwoImagesAreAlike() {
    Set<ByteBuffer> seen = new HashSet<>();
    for (int image = 0; image < COUNT; image++) {
      seen.add(ByteBuffer.wrap(IMAGES, image * PIXELS, PIXELS));
    }

    assertThat(seen).hasSize(COUNT);
  }

  private static double grey(int i) {
    return (IMAGES[i] & 0xff) / 255.0;
  }
}
