package dev.epochal.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * Equal distances for equal differences.
 *
 * @param smallestStep the least distance between ticks: 1 on an axis of whole numbers
 */
record LinearScale(double smallestStep) implements Scale {
  static final LinearScale ANY = new LinearScale(0);
  static final LinearScale WHOLE = new LinearScale(1);

  @Override
  public double at(double value) {
    return value;
  }

  @Override
  public double valueAt(double position) {
    return position;
  }

  @Override
  public List<Double> ticks(double low, double high, int about) {
    double step = Math.max(smallestStep, niceStep((high - low) / Math.max(1, about)));
    List<Double> ticks = new ArrayList<>();
    double first = Math.ceil(low / step);
    for (int i = 0; i <= 4 * about && (first + i) * step <= high; i++) {
      ticks.add((first + i) * step);
    }
    return ticks;
  }

  @Override
  public String suffix() {
    return "";
  }

  /** 1, 2 or 5 times a power of ten, near the rough step. */
  private static double niceStep(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double digit = rough / power;
    return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
  }
}
