package dev.epochal.figures;

import java.util.ArrayList;
import java.util.List;

/** Equal distances for equal ratios; of positive values only. */
record LogScale() implements Scale {

  @Override
  public double at(double value) {
    return Math.log10(value);
  }

  @Override
  public double valueAt(double position) {
    return Math.max(Double.MIN_VALUE, Math.pow(10, position));
  }

  @Override
  public List<Double> ticks(double low, double high, int about) {
    int first = (int) Math.ceil(Math.log10(low) - 1e-9);
    int last = (int) Math.floor(Math.log10(high) + 1e-9);
    int step = Math.max(1, (int) Math.ceil((last - first + 1) / (double) Math.max(1, about)));
    List<Double> ticks = new ArrayList<>();
    for (int k = Math.floorDiv(first + step - 1, step) * step; k <= last; k += step) {
      ticks.add(Math.pow(10, k));
    }
    return ticks;
  }

  @Override
  public String suffix() {
    return "log scale";
  }
}
