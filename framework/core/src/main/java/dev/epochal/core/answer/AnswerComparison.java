package dev.epochal.core.answer;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.epochal.core.stats.Interval;

/**
 * Two levels of a factor.
 *
 * @param n pairs; of independent runs, those of the smaller level
 * @param paired whether runs were compared block by block; those with no partner are left out
 * @param difference the mean of {@code b} minus that of {@code a}; NaN where a run diverged
 * @param ci 95 % interval of the difference; NaN where it is by as much in each block, so that
 *     nothing is known of how much it varies
 * @param test that p is of
 * @param p two-sided
 * @param pAdjusted after Holm's correction for all comparisons
 * @param rankP of the rank test beside it, which asks nothing of the distribution
 * @param effect Hedges' g: the difference in standard deviations of a level
 */
public record AnswerComparison(
    String a,
    String b,
    int n,
    boolean paired,
    double difference,
    @JsonFormat(shape = JsonFormat.Shape.ARRAY) Interval ci,
    String test,
    double p,
    double pAdjusted,
    double rankP,
    double effect) {

  AnswerComparison adjusted(double adjustedP) {
    return new AnswerComparison(a, b, n, paired, difference, ci, test, p, adjustedP, rankP, effect);
  }
}
