package dev.epochal.runner.predict;

/** Makes rows of pixels longer or shorter with a triangle filter, which lets no pixel go unseen. */
final class Resampling {
  private Resampling() {}

  /** Rows of another length. */
  static double[] rows(double[] pixels, int height, int width, int newWidth) {
    double scale = (double) width / newWidth;
    double reach = Math.max(1, scale);
    double[] out = new double[height * newWidth];
    for (int x = 0; x < newWidth; x++) {
      double middle = (x + 0.5) * scale - 0.5;
      int from = Math.max(0, (int) Math.ceil(middle - reach));
      int to = Math.min(width - 1, (int) Math.floor(middle + reach));
      double[] weights = new double[to - from + 1];
      double sum = 0;
      for (int i = from; i <= to; i++) {
        weights[i - from] = Math.max(0, 1 - Math.abs(i - middle) / reach);
        sum += weights[i - from];
      }
      for (int y = 0; y < height; y++) {
        double value = 0;
        for (int i = from; i <= to; i++) {
          value += weights[i - from] * pixels[y * width + i];
        }
        out[y * newWidth + x] = value / sum;
      }
    }
    return out;
  }

  /** Columns for rows. */
  static double[] transposed(double[] pixels, int height, int width) {
    double[] out = new double[pixels.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        out[x * height + y] = pixels[y * width + x];
      }
    }
    return out;
  }
}
