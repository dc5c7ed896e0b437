package dev.epochal.engine.train;

/** Seeds that are functions of a stream's seed and a count. */
final class Seeds {
  private Seeds() {}

  /**
   * The {@code count}-th output of SplitMix64 started at {@code seed} (Steele, Lea and Flood 2014):
   * neighbouring counts give unrelated seeds.
   */
  static long at(long seed, long count) {
    long z = seed + count * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
