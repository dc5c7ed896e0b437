package dev.epochal.engine.dataset;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.LabeledImages;
import dev.epochal.core.plan.Normalization;
import java.util.List;
import java.util.function.Supplier;

/**
 * A plan's normalisation as arithmetic: {@code (pixel − subtract) / divide}.
 *
 * @param subtract in pixel values, 0 to 255
 * @param divide likewise, not 0
 */
public record PixelScale(double subtract, double divide) {
  private static final LabeledImages NO_IMAGES =
      new LabeledImages(new ImageShape(1, 1, 1), new byte[0], new int[0], List.of());

  /** Fits to the training images alone where the normalisation needs fitting. */
  static PixelScale of(Normalization normalization, LabeledImages images, int[] trainRows) {
    if (normalization instanceof Normalization.Range range) {
      return new PixelScale(range.min(), range.max() - range.min());
    }
    if (normalization instanceof Normalization.Standardize) {
      return standardizing(images, trainRows);
    }
    return new PixelScale(0, normalization instanceof Normalization.Unit ? 255 : 1);
  }

  /**
   * The same, fitted to the pixels of the training images themselves.
   *
   * @param trainPixels of the used train split, unsigned; looked at only where fitting is needed
   */
  public static PixelScale of(Normalization normalization, Supplier<byte[]> trainPixels) {
    if (!(normalization instanceof Normalization.Standardize)) {
      return of(normalization, NO_IMAGES, new int[0]);
    }
    byte[] pixels = trainPixels.get();
    ImageShape all = new ImageShape(1, 1, pixels.length);
    LabeledImages one = new LabeledImages(all, pixels, new int[1], List.of(""));
    return standardizing(one, new int[] {0});
  }

  /** What pixels become. */
  public float[] normalized(byte[] pixels) {
    float[] table = table();
    float[] values = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      values[i] = table[pixels[i] & 0xff];
    }
    return values;
  }

  private static PixelScale standardizing(LabeledImages images, int[] rows) {
    // Exact in longs: pixels are bytes, so sums of squares of 60,000 images stay far below 2^63.
    long sum = 0;
    long squares = 0;
    int size = images.shape().size();
    for (int row : rows) {
      for (int i = row * size; i < (row + 1) * size; i++) {
        int pixel = images.pixels()[i] & 0xff;
        sum += pixel;
        squares += (long) pixel * pixel;
      }
    }
    double n = (double) rows.length * size;
    double mean = sum / n;
    double deviation = Math.sqrt(squares / n - mean * mean);
    return new PixelScale(mean, deviation == 0 ? 1 : deviation);
  }

  /** What each of the 256 pixel values becomes. */
  float[] table() {
    float[] table = new float[256];
    for (int pixel = 0; pixel < 256; pixel++) {
      // One rounding, from the exact quotient: bit-equal to float division of float inputs for
      // unit.
      table[pixel] = (float) ((pixel - subtract) / divide);
    }
    return table;
  }
}
