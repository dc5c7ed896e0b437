package dev.epochal.ui.data;

import dev.epochal.core.run.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * A history with no more points than a chart can show: of each stretch the lowest, the highest and
 * the last value, and the first that is not finite, so that no spike and no NaN is lost.
 *
 * @param points {@code [step, value]}
 * @param of how many points there are
 * @param means {@code [step, mean, n]} of each stretch, over its n finite values, at the step in
 *     its middle: what can be smoothed, since the lowest and the highest are no sample; empty where
 *     nothing was left out
 */
public record Reduced(List<List<Object>> points, int of, List<List<Object>> means) {
  private static final int PER_STRETCH = 4;

  public Reduced {
    points = List.copyOf(points);
    means = List.copyOf(means);
  }

  /** Whether points were left out. */
  public boolean isReduced() {
    return points.size() < of;
  }

  /**
   * Reduces.
   *
   * @param most points, at least 4
   */
  public static Reduced of(Series series, int most) {
    List<List<Object>> points = new ArrayList<>();
    int n = series.size();
    if (n <= most) {
      for (int i = 0; i < n; i++) {
        add(points, series, i);
      }
      return new Reduced(points, n, List.of());
    }
    List<List<Object>> means = new ArrayList<>();
    int stretches = most / PER_STRETCH;
    for (int s = 0; s < stretches; s++) {
      int from = (int) ((long) n * s / stretches);
      int to = (int) ((long) n * (s + 1) / stretches);
      addStretch(points, series, from, to);
      means.add(mean(series, from, to));
    }
    return new Reduced(points, n, means);
  }

  private static void addStretch(List<List<Object>> points, Series series, int from, int to) {
    double[] values = series.values();
    int low = -1;
    int high = -1;
    int broken = -1;
    for (int i = from; i < to; i++) {
      if (!Double.isFinite(values[i])) {
        broken = broken < 0 ? i : broken;
      } else {
        low = low < 0 || values[i] < values[low] ? i : low;
        high = high < 0 || values[i] > values[high] ? i : high;
      }
    }
    for (int i = from; i < to; i++) {
      if (i == low || i == high || i == broken || i == to - 1) {
        add(points, series, i);
      }
    }
  }

  private static List<Object> mean(Series series, int from, int to) {
    DoubleSummaryStatistics finite =
        Arrays.stream(series.values(), from, to).filter(Double::isFinite).summaryStatistics();
    double mean = finite.getCount() == 0 ? Double.NaN : finite.getAverage();
    return List.of(series.steps()[from + (to - from) / 2], mean, finite.getCount());
  }

  private static void add(List<List<Object>> points, Series series, int i) {
    points.add(List.of(series.steps()[i], series.values()[i]));
  }
}
