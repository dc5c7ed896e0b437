package dev.epochal.runner.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.data.ImageShape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LikenessTest {
  private static final ImageShape GREY = new ImageShape(1, 28, 28);
  private static final Likeness MNIST = new Likeness(GREY, 0, true);

  @Test
  void anImageOfTheRightKindIsLeftAlone() {
    Picture bar = bar(28, 28, 5, 5, 10, 3);

    Likeness.Made made = MNIST.of(bar);

    assertThat(made.picture().bytes()).isEqualTo(bar.bytes());
    assertThat(made.notes()).isEmpty();
  }

  @Test
  void aDigitIsFitIntoABoxOfTwentyAndCentredByItsMass() {
    Likeness.Made made = MNIST.of(bar(400, 300, 30, 200, 200, 40));

    double[] plane = made.picture().planes()[0];
    int[] rows = new int[28];
    double mass = 0;
    double down = 0;
    double across = 0;
    for (int i = 0; i < plane.length; i++) {
      rows[i / 28] += plane[i] > 128 ? 1 : 0;
      mass += plane[i];
      down += plane[i] * Math.floorDiv(i, 28);
      across += plane[i] * (i % 28);
    }
    assertThat(Arrays.stream(rows).filter(n -> n > 0)).hasSize(20);
    assertThat(Arrays.stream(rows).max()).hasValue(4);
    assertThat(down / mass).isCloseTo(13.5, within(0.51));
    assertThat(across / mass).isCloseTo(13.5, within(0.51));
    assertThat(made.notes())
        .containsExactly("scaled from 300×400 and centred as the training images are");
  }

  @Test
  void theCentreIsThatOfTheMassAndNotOfTheBox() {
    // A heavy head on a long thin tail to the right.
    Picture picture = bar(100, 100, 30, 10, 40, 20);
    Picture tail = bar(100, 100, 48, 30, 4, 60);
    for (int i = 0; i < 10_000; i++) {
      picture.planes()[0][i] = Math.max(picture.planes()[0][i], tail.planes()[0][i]);
    }

    double[] plane = MNIST.of(picture).picture().planes()[0];

    int head = 0;
    for (int x = 0; x < 28; x++) {
      head = plane[9 * 28 + x] > 128 ? x : head;
    }
    assertThat(head)
        .as("the head's right edge, which the box alone would put at 8")
        .isBetween(9, 13);
  }

  @Test
  void darkOnLightIsInvertedAndSaid() {
    Picture light = bar(200, 200, 50, 80, 100, 30).inverted();

    Likeness.Made made = MNIST.of(light);

    assertThat(made.picture().border()).isLessThan(10);
    assertThat(made.notes())
        .contains("dark on light, so inverted: the training images are light on dark");
    assertThat(new Likeness(GREY, 255, false).of(light).notes())
        .noneMatch(note -> note.contains("inverted"));
  }

  @Test
  void aBlankImageIsNothing() {
    assertThat(MNIST.of(bar(50, 50, 0, 0, 0, 0))).isNull();
    assertThat(MNIST.of(bar(50, 50, 0, 0, 0, 0).inverted())).isNull();
  }

  @Test
  void faintInkOnGreyPaperIsStretched() {
    Picture faint = bar(100, 100, 30, 45, 40, 10);
    for (int i = 0; i < 10_000; i++) {
      faint.planes()[0][i] = 40 + 0.3 * faint.planes()[0][i];
    }

    double[] plane = MNIST.of(faint).picture().planes()[0];

    assertThat(plane[14 * 28 + 14]).isGreaterThan(200);
    assertThat(plane[0]).isZero();
  }

  @Test
  void otherImagesAreOnlyScaled() {
    Likeness photos = new Likeness(new ImageShape(3, 4, 4), 120, false);

    Likeness.Made made = photos.of(bar(8, 16, 0, 0, 8, 8));

    assertThat(made.picture().hasShape(new ImageShape(3, 4, 4))).isTrue();
    assertThat(made.picture().planes()[1][0]).isCloseTo(255, within(1.0));
    assertThat(made.picture().planes()[1][3]).isCloseTo(0, within(1.0));
    assertThat(made.notes())
        .containsExactly("grey used for all channels", "scaled from 16×8 to 4×4");
  }

  @Test
  void coloursBecomeGreyByTheirBrightness() {
    double[] full = new double[784];
    Arrays.fill(full, 255);
    Picture green = new Picture(28, 28, new double[][] {new double[784], full, new double[784]});

    assertThat(green.withChannels(1).planes()[0][0]).isCloseTo(0.587 * 255, within(0.01));
  }

  @Test
  void scalingKeepsTheMeanBrightness() {
    Picture bar = bar(90, 70, 20, 20, 40, 30);

    assertThat(mean(bar.scaled(28, 28))).isCloseTo(mean(bar), within(2.0));
    assertThat(mean(bar.scaled(300, 200))).isCloseTo(mean(bar), within(2.0));
  }

  private static double mean(Picture picture) {
    return Arrays.stream(picture.planes()[0]).average().orElseThrow();
  }

  /** A white rectangle on black. */
  private static Picture bar(int height, int width, int top, int left, int high, int wide) {
    double[] plane = new double[height * width];
    for (int y = top; y < top + high; y++) {
      Arrays.fill(plane, y * width + left, y * width + left + wide, 255);
    }
    return new Picture(height, width, new double[][] {plane});
  }
}
