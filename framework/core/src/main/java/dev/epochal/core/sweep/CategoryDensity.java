package dev.epochal.core.sweep;

import dev.epochal.core.sweep.Distribution.Categorical;
import java.util.Arrays;
import java.util.SplittableRandom;

/** How often each of some values was tried, with what was thought of them before as one trial. */
final class CategoryDensity implements UnitDensity {
  private final Categorical values;
  private final double[] share;

  private CategoryDensity(Categorical values, double... share) {
    this.values = values;
    this.share = share;
  }

  static CategoryDensity of(Categorical values, double... points) {
    double[] share = values.probabilities().stream().mapToDouble(Double::doubleValue).toArray();
    for (double point : points) {
      share[values.index(point)]++;
    }
    double sum = Arrays.stream(share).sum();
    return new CategoryDensity(values, Arrays.stream(share).map(one -> one / sum).toArray());
  }

  @Override
  public double draw(SplittableRandom chance) {
    double u = chance.nextDouble();
    double sum = 0;
    int drawn = 0;
    while (drawn < share.length - 1 && u >= sum + share[drawn]) {
      sum += share[drawn++];
    }
    return middle(drawn);
  }

  /** A point that means a value: the middle of its part of the interval. */
  private double middle(int value) {
    double before = 0;
    for (int i = 0; i < value; i++) {
      before += values.probabilities().get(i);
    }
    return before + values.probabilities().get(value) / 2;
  }

  @Override
  public double at(double u) {
    return share[values.index(u)];
  }
}
