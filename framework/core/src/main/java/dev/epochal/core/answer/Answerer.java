package dev.epochal.core.answer;

import dev.epochal.core.stats.NormalTest;
import dev.epochal.core.stats.SampleSize;
import dev.epochal.core.stats.TTest;
import dev.epochal.core.stats.Trend;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers a question by the runs that there are. */
public final class Answerer {
  private static final double ALPHA = 0.05;
  private static final int MOST_SAID = 6;

  private final Asked asked;
  private final Levels levels;
  private final Pairwise pairwise;
  private final List<String> warnings = new ArrayList<>();

  private Answerer(Asked asked, List<Measured> runs) {
    this.asked = asked;
    this.levels = new Levels(runs);
    this.pairwise = new Pairwise(levels, asked);
  }

  /** The answer; undecided when there are too few runs for one. */
  public static Answer answer(Asked asked, List<Measured> runs) {
    return together(List.of(asked), List.of(runs)).get(0);
  }

  /**
   * Answers to questions that are asked as one: Holm's correction is for the comparisons of all of
   * them, since the more there are, the likelier one of them is chance.
   *
   * @param runs for each question
   */
  static List<Answer> together(List<Asked> asked, List<List<Measured>> runs) {
    List<Answerer> answerers = new ArrayList<>();
    List<List<AnswerComparison>> comparisons = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      answerers.add(new Answerer(asked.get(i), runs.get(i)));
      comparisons.add(answerers.get(i).pairwise.all());
    }
    double[] adjusted =
        NormalTest.holm(
            comparisons.stream().flatMap(List::stream).mapToDouble(AnswerComparison::p).toArray());
    List<Answer> answers = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < answerers.size(); i++) {
      List<AnswerComparison> own = new ArrayList<>();
      for (AnswerComparison one : comparisons.get(i)) {
        own.add(one.adjusted(adjusted[from++]));
      }
      answers.add(answerers.get(i).answer(own));
    }
    return answers;
  }

  private Answer answer(List<AnswerComparison> comparisons) {
    List<AnswerLevel> summaries = levels.names().stream().map(levels::summary).toList();
    if (levels.fewest() < 2) {
      warnings.add("a level with one run alone is not compared: one run cannot tell chance apart");
    }
    if (levels.anyLacking()) {
      warnings.add(
          "runs that diverged, were stopped early or never came so far count as worse than all"
              + " others; means are of the rest");
    }
    withoutPartner(comparisons);
    Verdict verdict = verdict(comparisons);
    Integer more = verdict == Verdict.UNDECIDED ? moreSeeds(comparisons) : null;
    Trend trend = trend();
    String sentence = new AnswerSentence(asked, summaries, comparisons, trend).of(verdict, more);
    return new Answer(
        asked.factor(),
        asked.response(),
        summaries,
        comparisons,
        trend,
        levels.noise(),
        null,
        verdict,
        more,
        sentence,
        warnings);
  }

  private void withoutPartner(List<AnswerComparison> comparisons) {
    String where =
        comparisons.stream()
            .filter(one -> pairwise.leftOut(one) > 0)
            .limit(MOST_SAID)
            .map(one -> "%s and %s: %d".formatted(one.a(), one.b(), pairwise.leftOut(one)))
            .collect(Collectors.joining("; "));
    if (!where.isEmpty()) {
      warnings.add(
          "runs with no partner at the other level are left out of that pair of levels (%s)"
              .formatted(where));
    }
  }

  private Verdict verdict(List<AnswerComparison> comparisons) {
    if (comparisons.isEmpty()) {
      return Verdict.UNDECIDED;
    }
    boolean all = levels.fewest() > 1 && !levels.anyLacking() && !Double.isNaN(asked.margin());
    if (all && comparisons.stream().allMatch(this::isSame)) {
      return Verdict.SAME;
    }
    return comparisons.stream().anyMatch(one -> one.pAdjusted() < ALPHA)
        ? Verdict.DIFFERENT
        : Verdict.UNDECIDED;
  }

  private boolean isSame(AnswerComparison comparison) {
    TTest t = pairwise.tTest(comparison.a(), comparison.b());
    if (t.standardError() == 0) { // a few equal numbers prove nothing, but equal parameters do
      return t.p() == 1 && levels.endAlike(comparison.a(), comparison.b());
    }
    return t.sameWithin(asked.margin()) < ALPHA;
  }

  /** By the spread of the comparisons' differences, pooled. */
  private @Nullable Integer moreSeeds(List<AnswerComparison> comparisons) {
    if (comparisons.isEmpty() || levels.anyLacking() || Double.isNaN(asked.margin())) {
      return null;
    }
    double squares = 0;
    boolean paired = true;
    for (AnswerComparison comparison : comparisons) {
      double error = pairwise.tTest(comparison.a(), comparison.b()).standardError();
      squares += error * error * comparison.n();
      paired &= comparison.paired();
    }
    if (squares == 0) {
      return null; // nothing says how much others would vary
    }
    double sd = Math.sqrt(squares / comparisons.size());
    int n = SampleSize.of(sd, asked.margin(), ALPHA / comparisons.size(), paired ? 1 : 2);
    return Math.max(0, n - levels.fewest());
  }

  private @Nullable Trend trend() {
    if (!levels.areNumbers() || levels.names().size() < 3 || levels.anyLacking()) {
      return null;
    }
    List<double[]> points = new ArrayList<>();
    Map<String, Integer> blocks = new LinkedHashMap<>();
    List<Integer> blockOf = new ArrayList<>();
    boolean crossed =
        levels.names().stream()
            .allMatch(
                level ->
                    levels.of(level).keySet().equals(levels.of(levels.names().get(0)).keySet()));
    for (String level : levels.names()) {
      levels
          .of(level)
          .forEach(
              (block, value) -> {
                points.add(new double[] {Double.parseDouble(level), value});
                blockOf.add(crossed ? blocks.computeIfAbsent(block, key -> blocks.size()) : 0);
              });
    }
    return Trend.of(
        points.stream().mapToDouble(point -> point[0]).toArray(),
        points.stream().mapToDouble(point -> point[1]).toArray(),
        blockOf.stream().mapToInt(Integer::intValue).toArray());
  }
}
