package dev.epochal.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.LabeledImages;
import dev.epochal.core.plan.Normalization;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Normalisation. */
final class PixelScaleTest {
  /** Four images of one pixel; the last is not in training. */
  private final LabeledImages images =
      new LabeledImages(
          new ImageShape(1, 1, 1),
          new byte[] {0, 100, (byte) 200, (byte) 255},
          new int[4],
          List.of("a"));

  private final int[] train = {2, 0, 1};

  @Test
  void unitDividesBy255AsFloatsDo() {
    float[] table = table(new Normalization.Unit());

    assertThat(table).hasSize(256);
    for (int pixel = 0; pixel < 256; pixel++) {
      assertThat(table[pixel]).isEqualTo(pixel / 255f);
    }
  }

  @Test
  void noneKeepsThePixel() {
    assertThat(table(new Normalization.None())[200]).isEqualTo(200f);
  }

  @Test
  void rangeMapsItsEndsTo0And1() {
    float[] table = table(new Normalization.Range(50, 250));

    assertThat(table[50]).isEqualTo(0f);
    assertThat(table[250]).isEqualTo(1f);
    assertThat(table[100]).isEqualTo(0.25f);
    assertThat(table[0]).isEqualTo(-0.25f);
  }

  @Test
  void standardizeIsFittedToTheTrainingImagesAlone() {
    PixelScale scale = PixelScale.of(new Normalization.Standardize(), images, train);

    // Of 0, 100, 200: mean 100, variance (10,000 + 0 + 10,000) / 3.
    assertThat(scale.subtract()).isEqualTo(100);
    assertThat(scale.divide()).isCloseTo(Math.sqrt(20_000 / 3.0), within(1e-12));
    float[] table = scale.table();
    assertThat((double) table[0] + table[100] + table[200]).isCloseTo(0, within(1e-6));
    assertThat((table[0] * table[0] + table[200] * table[200]) / 3.0).isCloseTo(1, within(1e-6));
  }

  @Test
  void standardizeOfImagesThatAreAllAlikeIsFinite() {
    PixelScale scale = PixelScale.of(new Normalization.Standardize(), images, new int[] {2, 2});

    assertThat(scale.subtract()).isEqualTo(200);
    assertThat(scale.table()[200]).isEqualTo(0f);
    assertThat(scale.table()[201]).isEqualTo(1f);
  }

  private float[] table(Normalization normalization) {
    return PixelScale.of(normalization, images, train).table();
  }
}
