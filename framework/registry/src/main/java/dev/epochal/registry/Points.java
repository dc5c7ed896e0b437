package dev.epochal.registry;

import dev.epochal.core.run.Series;
import java.util.Arrays;

/**
 * A series that grows, in ascending steps; no object for each of a million points. A point that
 * goes back in time, as after a resume, takes the place of everything from its step on.
 */
final class Points {
  private long[] steps = new long[16];
  private double[] values = new double[16];
  private int size;

  int size() {
    return size;
  }

  /** The first step, of points that are not empty. */
  long first() {
    return steps[0];
  }

  /** The last step, of points that are not empty. */
  long last() {
    return steps[size - 1];
  }

  void add(long step, double value) {
    if (size > 0 && step <= last()) {
      cut(step);
    }
    room(size + 1);
    steps[size] = step;
    values[size++] = value;
  }

  /** All of them, one after the other. */
  void add(Series series) {
    if (size > 0 && series.size() > 0 && series.steps()[0] <= last()) {
      cut(series.steps()[0]);
    }
    room(size + series.size());
    System.arraycopy(series.steps(), 0, steps, size, series.size());
    System.arraycopy(series.values(), 0, values, size, series.size());
    size += series.size();
  }

  /** Forgets everything from a step on. */
  void cut(long step) {
    int at = Arrays.binarySearch(steps, 0, size, step);
    size = at < 0 ? -at - 1 : at;
  }

  Series series() {
    return series(0, size);
  }

  /** The points from an index to before another. */
  Series series(int from, int to) {
    return new Series(Arrays.copyOfRange(steps, from, to), Arrays.copyOfRange(values, from, to));
  }

  private void room(int needed) {
    if (needed > steps.length) {
      int length = Math.max(needed, 2 * steps.length);
      steps = Arrays.copyOf(steps, length);
      values = Arrays.copyOf(values, length);
    }
  }
}
