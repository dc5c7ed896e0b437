package dev.epochal.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * Linear around zero and logarithmic beyond, on both sides: for values of both signs and of very
 * different sizes.
 *
 * @param linear up to this size on either side the scale is linear; a power of ten
 */
record SymlogScale(double linear) implements Scale {
  SymlogScale {
    if (!(linear > 0)) {
      throw new IllegalArgumentException("linear must be above 0 but was " + linear);
    }
  }

  // In logarithms rather than quotients, which overflow between the least and the largest double.
  @Override
  public double at(double value) {
    double size = Math.abs(value);
    return Math.signum(value)
        * (size <= linear ? size / linear : 1 + Math.log10(size) - Math.log10(linear));
  }

  @Override
  public double valueAt(double position) {
    double size = Math.abs(position);
    return Math.signum(position)
        * (size <= 1 ? size * linear : Math.pow(10, size - 1 + Math.log10(linear)));
  }

  @Override
  public List<Double> ticks(double low, double high, int about) {
    int step = Math.max(1, (int) Math.ceil((at(high) - at(low)) / Math.max(1, about)));
    List<Double> ticks = new ArrayList<>();
    int first = (int) Math.ceil(at(low) / step) * step;
    for (int position = first; position <= at(high); position += step) {
      ticks.add(valueAt(position));
    }
    return ticks.isEmpty() ? List.of(valueAt((at(low) + at(high)) / 2)) : ticks;
  }

  @Override
  public String suffix() {
    return "symlog";
  }
}
