package dev.epochal.core.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Tests that look at the order of numbers alone, so that a value that is only known to be worse
 * than all others (a run that diverged, a threshold never reached) can be the last. Exact for few
 * numbers, ties included, by counting every way in which the ranks could have fallen.
 */
public final class RankTest {
  /** Up to so many numbers the counts are exact in a double. */
  private static final int EXACT = 50;

  private RankTest() {}

  /**
   * The two-sided p of Mann and Whitney's test of two independent samples.
   *
   * @param first of at least one; may be infinite, not NaN
   * @param second likewise
   */
  public static double independent(double[] first, double[] second) {
    double[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    int[] ranks = doubledRanks(all);
    int sum = Arrays.stream(ranks, 0, first.length).sum();
    int n = first.length;
    double mean = n * (all.length + 1.0);
    if (all.length <= EXACT) {
      return exact(chosen(ranks, n), sum, mean);
    }
    double squares = 0;
    for (int rank : ranks) {
      squares += Math.pow(rank - (all.length + 1.0), 2);
    }
    int m = second.length;
    double variance = (double) n * m / all.length / (all.length - 1.0) * squares;
    return normal(sum - mean, variance);
  }

  /**
   * The two-sided p of Wilcoxon's signed rank test; differences of 0 are left out, as Wilcoxon did.
   *
   * @param differences of pairs; may be infinite, not NaN
   */
  public static double paired(double... differences) {
    double[] moved = Arrays.stream(differences).filter(difference -> difference != 0).toArray();
    if (moved.length == 0) {
      return 1;
    }
    int[] ranks = doubledRanks(Arrays.stream(moved).map(Math::abs).toArray());
    int sum = 0;
    int total = 0;
    double squares = 0;
    for (int i = 0; i < ranks.length; i++) {
      sum += moved[i] > 0 ? ranks[i] : 0;
      total += ranks[i];
      squares += (double) ranks[i] * ranks[i];
    }
    return moved.length <= EXACT
        ? exact(signed(ranks), sum, total / 2.0)
        : normal(sum - total / 2.0, squares / 4);
  }

  /** Twice the mean rank of each number, which is whole. */
  private static int[] doubledRanks(double... values) {
    Integer[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .toArray(Integer[]::new);
    int[] ranks = new int[values.length];
    int start = 0;
    while (start < order.length) {
      int end = start + 1;
      while (end < order.length && values[order[end]] == values[order[start]]) {
        end++;
      }
      for (int i = start; i < end; i++) {
        ranks[order[i]] = start + end + 1;
      }
      start = end;
    }
    return ranks;
  }

  /** In how many ways {@code n} of the ranks have each sum. */
  private static double[] chosen(int[] ranks, int n) {
    int most = Arrays.stream(ranks).sum();
    double[][] ways = new double[n + 1][most + 1];
    ways[0][0] = 1;
    for (int rank : ranks) {
      for (int taken = n; taken > 0; taken--) {
        for (int sum = most; sum >= rank; sum--) {
          ways[taken][sum] += ways[taken - 1][sum - rank];
        }
      }
    }
    return ways[n];
  }

  /** In how many ways some of the ranks have each sum. */
  private static double[] signed(int... ranks) {
    double[] ways = new double[Arrays.stream(ranks).sum() + 1];
    ways[0] = 1;
    for (int rank : ranks) {
      for (int sum = ways.length - 1; sum >= rank; sum--) {
        ways[sum] += ways[sum - rank];
      }
    }
    return ways;
  }

  /** The share of ways that lie at least as far from the mean. */
  private static double exact(double[] ways, int sum, double mean) {
    double far = 0;
    double all = 0;
    for (int i = 0; i < ways.length; i++) {
      all += ways[i];
      far += Math.abs(i - mean) >= Math.abs(sum - mean) ? ways[i] : 0;
    }
    return Math.min(1, far / all);
  }

  /** With the correction for continuity: sums of doubled ranks are two apart. */
  private static double normal(double distance, double variance) {
    if (variance == 0) {
      return 1;
    }
    double z = Math.max(0, Math.abs(distance) - 1) / Math.sqrt(variance);
    return Math.min(1, 2 * new NormalDistribution().cumulativeProbability(-z));
  }
}
