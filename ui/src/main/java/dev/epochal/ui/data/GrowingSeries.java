package dev.epochal.ui.data;

import dev.epochal.core.run.Series;
import java.util.Arrays;

/** A history while it is read, without an object for each of a million points. */
final class GrowingSeries {
  private long[] steps = new long[16];
  private double[] values = new double[16];
  private int size;

  void add(long step, double value) {
    if (size == steps.length) {
      steps = Arrays.copyOf(steps, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    steps[size] = step;
    values[size] = value;
    size++;
  }

  /** Forgets what lies after a step. */
  void cut(long last) {
    while (size > 0 && steps[size - 1] > last) {
      size--;
    }
  }

  Series series() {
    return new Series(Arrays.copyOf(steps, size), Arrays.copyOf(values, size));
  }
}
