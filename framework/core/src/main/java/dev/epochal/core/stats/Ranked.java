package dev.epochal.core.stats;

import java.util.Arrays;

/**
 * Scores in ascending order, equal ones in groups.
 *
 * @param order index of the image at each place
 * @param end for each place, the place after the last one with the same score
 */
@SuppressWarnings("ArrayRecordComponent") // plain bulk data, for this package alone
record Ranked(int[] order, int[] end) {

  /** Ranks finite scores. */
  static Ranked of(float[] scores) {
    int n = scores.length;
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      // The score's bits in an order that longs have too, above the image's index. −0 is 0.
      int bits = Float.floatToIntBits(scores[i] + 0f);
      int ordered = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
      keys[i] = ((long) ordered << 32) | i;
    }
    Arrays.sort(keys);
    int[] order = new int[n];
    int[] end = new int[n];
    for (int k = 0; k < n; k++) {
      order[k] = (int) keys[k];
    }
    for (int k = n - 1; k >= 0; k--) {
      boolean tied = k + 1 < n && keys[k] >> 32 == keys[k + 1] >> 32;
      end[k] = tied ? end[k + 1] : k + 1;
    }
    return new Ranked(order, end);
  }
}
