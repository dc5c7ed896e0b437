package dev.epochal.engine.dataset;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Seeded orders that are the same on every Java: L64X128MixRandom, which the platform specifies to
 * the bit, and a Fisher-Yates shuffle (Durstenfeld 1964) with a bound of our own, since the
 * platform's bounded {@code nextInt} may change.
 */
public final class Permutation {
  private Permutation() {}

  /** The numbers 0 .. n − 1 in an order fixed by the seed. */
  public static int[] of(int n, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int[] order = identity(n);
    for (int i = n - 1; i > 0; i--) {
      int j = (int) (((random.nextLong() >>> 32) * (i + 1L)) >>> 32);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    return order;
  }

  /** The numbers 0 .. n − 1. */
  public static int[] identity(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    return order;
  }
}
