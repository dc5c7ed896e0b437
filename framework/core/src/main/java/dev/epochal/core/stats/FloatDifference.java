package dev.epochal.core.stats;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How far two arrays of floats are apart.
 *
 * @param n numbers in each
 * @param differing pairs that are not the same bits; all NaN count as the same, since files do not
 *     keep which one it was
 * @param maxUlp of any pair, see {@link #ulp}
 * @param maxRelative of any pair: {@code |a − b|} in parts of the larger of {@code |a|} and {@code
 *     |b|}, so from 0 to 2; near zero, where signs differ, it says little, and {@code maxAbsolute}
 *     more. Infinite where one is no finite number
 * @param maxAbsolute of any pair: {@code |a − b|}; infinite where one is no finite number
 */
public record FloatDifference(
    int n, int differing, long maxUlp, double maxRelative, double maxAbsolute) {

  /** What lies between a number and NaN: more than between any two numbers. */
  public static final long NOT_A_NUMBER = 1L << 32;

  /**
   * Compares number by number.
   *
   * @throws IllegalArgumentException if one array is longer than the other
   */
  public static FloatDifference of(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " numbers beside " + b.length);
    }
    int differing = 0;
    long maxUlp = 0;
    double maxRelative = 0;
    double maxAbsolute = 0;
    for (int i = 0; i < a.length; i++) {
      long ulp = ulp(a[i], b[i]);
      if (ulp > 0) {
        differing++;
        maxUlp = Math.max(maxUlp, ulp);
        maxAbsolute = Math.max(maxAbsolute, absolute(a[i], b[i]));
        maxRelative = Math.max(maxRelative, relative(a[i], b[i]));
      }
    }
    return new FloatDifference(a.length, differing, maxUlp, maxRelative, maxAbsolute);
  }

  /**
   * The distance of two floats in units in the last place: how many steps from one float to the
   * next lead from one to the other, through zero where signs differ; −0 and 0 are one step apart.
   * So it is 0 for the same bits alone, and huge between small numbers of opposite signs: 1e-9 and
   * −1e-9 are 1.6 billion apart.
   */
  public static long ulp(float a, float b) {
    if (Float.floatToIntBits(a) == Float.floatToIntBits(b)) {
      return 0;
    }
    return Float.isNaN(a) || Float.isNaN(b) ? NOT_A_NUMBER : Math.abs(place(a) - place(b));
  }

  /** A float's place among all of them in ascending order; 0 is at 0, and −0 before it. */
  private static long place(float value) {
    int bits = Float.floatToIntBits(value);
    return bits >= 0 ? bits : -1L - (bits & Integer.MAX_VALUE);
  }

  private static double absolute(double a, double b) {
    return Double.isFinite(a) && Double.isFinite(b) ? Math.abs(a - b) : Double.POSITIVE_INFINITY;
  }

  private static double relative(double a, double b) {
    double larger = Math.max(Math.abs(a), Math.abs(b));
    return larger == 0 ? 0 : absolute(a, b) / (Double.isFinite(larger) ? larger : 1);
  }

  /** Whether every pair is the same. */
  @JsonIgnore
  public boolean isNone() {
    return differing == 0;
  }
}
