package dev.epochal.core.figure;

import dev.epochal.core.data.ImageShape;
import java.util.Base64;

/**
 * One image as it was before any normalisation.
 *
 * @param shape {@code [channels, height, width]}
 * @param pixels unsigned bytes in that order, Base64
 */
public record Raster(ImageShape shape, String pixels) {

  public Raster {
    if (Base64.getDecoder().decode(pixels).length != shape.size()) {
      throw new IllegalArgumentException("the pixels do not make an image of " + shape);
    }
  }

  /** An image of these pixels. */
  public static Raster of(ImageShape shape, byte[] pixels) {
    return new Raster(shape, Base64.getEncoder().encodeToString(pixels));
  }

  /** The pixels, {@code [channels × height × width]}. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(pixels);
  }
}
