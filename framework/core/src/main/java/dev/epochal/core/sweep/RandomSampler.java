package dev.epochal.core.sweep;

import java.util.List;
import java.util.SplittableRandom;

/** Points at random, each independent of the others. */
public final class RandomSampler implements Sampler {
  private final long seed;
  private final int dimensions;

  public RandomSampler(long seed, int dimensions) {
    this.seed = seed;
    this.dimensions = dimensions;
  }

  @Override
  public double[] point(int trial, List<Observation> past) {
    SplittableRandom random = of(seed, trial);
    double[] point = new double[dimensions];
    for (int i = 0; i < dimensions; i++) {
      point[i] = random.nextDouble();
    }
    return point;
  }

  /** A generator for one trial: neighbouring numbers give unrelated ones. */
  static SplittableRandom of(long seed, int trial) {
    return new SplittableRandom(new SplittableRandom(seed + trial).nextLong());
  }
}
