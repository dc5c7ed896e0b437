package dev.epochal.runner.predict;

import dev.epochal.core.data.ImageShape;

/**
 * An image in work: values from 0 (black) to 255 (white).
 *
 * @param planes {@code [channels][height × width]}
 */
@SuppressWarnings("ArrayRecordComponent") // pixels: passed on, never compared
record Picture(int height, int width, double[][] planes) {

  /** An image as it is kept. */
  static Picture of(ImageShape shape, byte[] pixels) {
    int size = shape.height() * shape.width();
    double[][] planes = new double[shape.channels()][size];
    for (int i = 0; i < pixels.length; i++) {
      planes[i / size][i % size] = pixels[i] & 0xff;
    }
    return new Picture(shape.height(), shape.width(), planes);
  }

  /** Rounded to bytes, {@code [channels × height × width]}. */
  byte[] bytes() {
    int size = height * width;
    byte[] bytes = new byte[planes.length * size];
    for (int i = 0; i < bytes.length; i++) {
      double value = planes[i / size][i % size];
      bytes[i] = (byte) Math.round(Math.max(0, Math.min(255, value)));
    }
    return bytes;
  }

  boolean hasShape(ImageShape shape) {
    return planes.length == shape.channels() && height == shape.height() && width == shape.width();
  }

  /** Dark for light. */
  Picture inverted() {
    double[][] inverted = new double[planes.length][height * width];
    for (int c = 0; c < planes.length; c++) {
      for (int i = 0; i < planes[c].length; i++) {
        inverted[c][i] = 255 - planes[c][i];
      }
    }
    return new Picture(height, width, inverted);
  }

  /** In grey by the weights of ITU-R BT.601, or with the one channel three times. */
  Picture withChannels(int channels) {
    if (planes.length == channels) {
      return this;
    }
    double[] grey = planes[0];
    if (planes.length == 3) {
      grey = new double[height * width];
      for (int i = 0; i < grey.length; i++) {
        grey[i] = 0.299 * planes[0][i] + 0.587 * planes[1][i] + 0.114 * planes[2][i];
      }
    }
    double[][] all = new double[channels][];
    java.util.Arrays.fill(all, grey);
    return new Picture(height, width, all);
  }

  /** The mean of the outermost pixels: what the background looks like. */
  double border() {
    double sum = 0;
    int n = 0;
    for (double[] plane : planes) {
      for (int y = 0; y < height; y++) {
        boolean edge = y == 0 || y == height - 1;
        for (int x = 0; x < width; x += edge || width == 1 ? 1 : width - 1) {
          sum += plane[y * width + x];
          n++;
        }
      }
    }
    return sum / n;
  }

  Picture cropped(int top, int left, int newHeight, int newWidth) {
    double[][] cropped = new double[planes.length][newHeight * newWidth];
    for (int c = 0; c < planes.length; c++) {
      for (int y = 0; y < newHeight; y++) {
        System.arraycopy(planes[c], (top + y) * width + left, cropped[c], y * newWidth, newWidth);
      }
    }
    return new Picture(newHeight, newWidth, cropped);
  }

  /** At another size: each new pixel is a weighted mean of all old ones that it covers. */
  Picture scaled(int newHeight, int newWidth) {
    double[][] scaled = new double[planes.length][];
    for (int c = 0; c < planes.length; c++) {
      double[] wide = Resampling.rows(planes[c], height, width, newWidth);
      double[] turned = Resampling.transposed(wide, height, newWidth);
      double[] both = Resampling.rows(turned, newWidth, height, newHeight);
      scaled[c] = Resampling.transposed(both, newWidth, newHeight);
    }
    return new Picture(newHeight, newWidth, scaled);
  }
}
