package dev.epochal.engine.dataset.digits;

/**
 * A stream of random numbers (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014), written out here because the JDK promises no algorithm for its own
 * fast generators, and the images must be the same on every JVM.
 */
final class SplitMix64 {
  private static final long GAMMA = 0x9e37_79b9_7f4a_7c15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;

  private SplitMix64(long state) {
    this.state = state;
  }

  /** The stream of one image, found without drawing any other. */
  static SplitMix64 of(long seed, Part part, int index) {
    return new SplitMix64(mix(mix(mix(seed) + part.salt()) + index));
  }

  /** A number in [0, 1). */
  double unit() {
    state += GAMMA;
    return (mix(state) >>> 11) * UNIT;
  }

  /** A number in [low, high). */
  double between(double low, double high) {
    return low + (high - low) * unit();
  }

  /** A whole number in [0, bound). */
  int below(int bound) {
    return (int) (bound * unit());
  }

  /**
   * A bell-shaped number with mean 0 and standard deviation 1, never beyond 3.5: the sum of four
   * uniform ones, which needs no logarithm and has no outlier to make a digit illegible.
   */
  double bell() {
    double sum = unit() + unit() + unit() + unit();
    return (sum - 2) * 1.7320508075688772;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d0_49bb_1331_11ebL;
    return z ^ (z >>> 31);
  }
}
