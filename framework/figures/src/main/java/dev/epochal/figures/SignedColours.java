package dev.epochal.figures;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * Colours for numbers of both signs: from blue over white to red (ColorBrewer's RdBu, which people
 * with any common colour blindness can tell apart), darker for greater sizes.
 *
 * @param most the size that has the darkest colour
 */
record SignedColours(double most) {
  private static final int[] NEGATIVE = {
    0xF7F7F7, 0xD1E5F0, 0x92C5DE, 0x4393C3, 0x2166AC, 0x053061
  };
  private static final int[] POSITIVE = {
    0xF7F7F7, 0xFDDBC7, 0xF4A582, 0xD6604D, 0xB2182B, 0x67001F
  };

  /** Grey when it is no number. */
  Color of(double value) {
    if (Double.isNaN(value)) {
      return Style.FAINT;
    }
    int[] stops = value < 0 ? NEGATIVE : POSITIVE;
    double share = most > 0 ? Math.min(1, Math.abs(value) / most) : 0;
    double position = share * (stops.length - 1);
    int stop = Math.min(stops.length - 2, (int) position);
    return ShareColours.between(stops[stop], stops[stop + 1], position - stop);
  }

  BufferedImage image(float[] values, int height, int width) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < values.length; i++) {
      image.setRGB(i % width, i / width, of(values[i]).getRGB());
    }
    return image;
  }
}
