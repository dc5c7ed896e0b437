package dev.epochal.core.answer;

import java.util.OptionalInt;

/**
 * Differences that are as clear as ranks can make them, and not sure only because there are so few
 * runs: of five pairs, the test of signed ranks never yields a p below 2/32.
 */
final class FewRuns {
  private static final double ALPHA = 0.05;

  private FewRuns() {}

  /**
   * How many runs of each level it takes to be sure; empty where it is for another reason.
   *
   * @param comparisons how many are corrected for
   */
  static OptionalInt needed(AnswerComparison one, int comparisons) {
    boolean signed = one.test().equals(Pairwise.SIGNED_RANK);
    if (!signed && !one.test().equals(Pairwise.RANK_SUM)) {
      return OptionalInt.empty();
    }
    boolean clear = one.p() <= least(one.n(), signed) * (1 + 1e-9);
    if (!clear || comparisons * least(one.n(), signed) < ALPHA) {
      return OptionalInt.empty();
    }
    int n = one.n();
    while (comparisons * least(n, signed) >= ALPHA) {
      n++;
    }
    return OptionalInt.of(n);
  }

  /** The smallest p of n pairs, or of n runs each. */
  private static double least(int n, boolean signed) {
    double ways = 1;
    for (int i = 1; i <= n; i++) {
      ways *= signed ? 2 : (n + i) / (double) i;
    }
    return 2 / ways;
  }
}
