package dev.epochal.core.answer;

import dev.epochal.core.stats.Goal;
import dev.epochal.core.stats.Interval;
import dev.epochal.core.stats.RankTest;
import dev.epochal.core.stats.TTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hipparchus.stat.StatUtils;

/**
 * Compares levels with each other. The design decides the test, not the numbers: block by block
 * where most blocks are in both levels, Welch's t otherwise; rank tests alone where a run diverged
 * or was stopped, since its value is only known to be the worst, or where nothing varies, as of a
 * few runs that differ by as many epochs each, so that no t is known.
 *
 * <p>Where one level failed wholly, because each of its runs diverged or never came so far, and the
 * other never, the runs are taken as independent even if they are paired. Of n pairs, chance would
 * do that with a probability of at most 2·4<sup>-n</sup>, unless one run of a seed failed rather
 * when the other did not; the test of independent runs claims no less than that, and unlike that of
 * pairs can be sure with five.
 */
final class Pairwise {
  static final String SIGNED_RANK = "Wilcoxon signed rank";
  static final String RANK_SUM = "Mann-Whitney";

  private static final Interval NONE = new Interval(Double.NaN, Double.NaN);

  private final Levels levels;
  private final Asked asked;

  Pairwise(Levels levels, Asked asked) {
    this.levels = levels;
    this.asked = asked;
  }

  /** Every comparison that the question asks for and the runs allow, not corrected yet. */
  List<AnswerComparison> all() {
    List<AnswerComparison> all = new ArrayList<>();
    List<String> names = levels.names();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        String a = names.get(i);
        String b = names.get(j);
        boolean wanted =
            asked.reference() == null || a.equals(asked.reference()) || b.equals(asked.reference());
        if (wanted && levels.of(a).size() > 1 && levels.of(b).size() > 1) {
          all.add(compare(a, b));
        }
      }
    }
    return all;
  }

  /**
   * Whether runs are compared block by block: the blocks that both levels have are two at least,
   * and most of the smaller level. A run without a value is in no pair that could be left out.
   */
  boolean isPaired(String a, String b) {
    List<String> both = both(a, b);
    int smaller = Math.min(levels.of(a).size(), levels.of(b).size());
    return both.size() > 1
        && 2 * both.size() > smaller
        && levels.lacking(a, both) == levels.lacking(a)
        && levels.lacking(b, both) == levels.lacking(b);
  }

  /** How many runs have no partner, and are left out of a comparison of pairs. */
  int leftOut(AnswerComparison one) {
    boolean pairs = one.paired() && !one.test().equals(RANK_SUM);
    int all = levels.of(one.a()).size() + levels.of(one.b()).size();
    return pairs ? all - 2 * one.n() : 0;
  }

  /** The blocks that two levels have. */
  private List<String> both(String a, String b) {
    return levels.of(a).keySet().stream().filter(levels.of(b)::containsKey).toList();
  }

  /** The t-test of two levels whose runs are all finite. */
  TTest tTest(String a, String b) {
    List<String> both = both(a, b);
    return isPaired(a, b)
        ? TTest.paired(values(a, both), values(b, both))
        : TTest.welch(levels.finite(a), levels.finite(b));
  }

  private double[] values(String level, Collection<String> blocks) {
    Map<String, Double> values = levels.of(level);
    return blocks.stream().mapToDouble(values::get).toArray();
  }

  private AnswerComparison compare(String a, String b) {
    boolean paired = isPaired(a, b);
    boolean byPairs = paired && !isWhollyFailedAgainstNever(a, b);
    int n = byPairs ? both(a, b).size() : Math.min(levels.of(a).size(), levels.of(b).size());
    double rankP = rankP(a, b, byPairs);
    String ranks = byPairs ? SIGNED_RANK : RANK_SUM;
    if (levels.lacking(a) + levels.lacking(b) > 0) {
      return new AnswerComparison(
          a, b, n, paired, Double.NaN, NONE, ranks, rankP, rankP, rankP, Double.NaN);
    }
    TTest t = tTest(a, b);
    boolean byRank = Double.isNaN(t.p());
    double p = byRank ? rankP : t.p();
    return new AnswerComparison(
        a,
        b,
        n,
        paired,
        t.difference(),
        t.interval(),
        byRank ? ranks : paired ? "paired t" : "Welch t",
        p,
        p,
        rankP,
        effect(a, b, t.difference()));
  }

  private boolean isWhollyFailedAgainstNever(String a, String b) {
    return (levels.failedWholly(a) && hasAll(b)) || (levels.failedWholly(b) && hasAll(a));
  }

  private boolean hasAll(String level) {
    return levels.lacking(level) == 0;
  }

  private double rankP(String a, String b, boolean paired) {
    List<String> both = both(a, b);
    double[] first = ranked(values(a, paired ? both : levels.of(a).keySet()));
    double[] second = ranked(values(b, paired ? both : levels.of(b).keySet()));
    if (!paired) {
      return RankTest.independent(first, second);
    }
    double[] differences = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      // Both diverged: neither is worse.
      differences[i] = first[i] == second[i] ? 0 : second[i] - first[i];
    }
    return RankTest.paired(differences);
  }

  private double[] ranked(double... values) {
    return Arrays.stream(values).map(this::ranked).toArray();
  }

  /** A run without a value is worse than every other. */
  private double ranked(double value) {
    if (Double.isFinite(value)) {
      return value;
    }
    return asked.goal() == Goal.MIN ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
  }

  /** By the mean variance of the two levels, corrected for few runs (Hedges 1981). */
  private double effect(String a, String b, double difference) {
    double[] first = levels.finite(a);
    double[] second = levels.finite(b);
    double sd = Math.sqrt((StatUtils.variance(first) + StatUtils.variance(second)) / 2);
    double freedom = first.length + second.length - 2.0;
    return sd == 0
        ? (difference == 0 ? 0 : Double.NaN)
        : difference / sd * (1 - 3 / (4 * freedom - 1));
  }
}
