package dev.epochal.core.answer;

import dev.epochal.core.stats.Goal;
import dev.epochal.core.stats.Interval;
import dev.epochal.core.stats.Trend;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An answer in words. */
final class AnswerSentence {
  private final Asked asked;
  private final List<AnswerLevel> levels;
  private final List<AnswerComparison> comparisons;
  private final @Nullable Trend trend;
  private final Amounts amounts;

  AnswerSentence(
      Asked asked,
      List<AnswerLevel> levels,
      List<AnswerComparison> comparisons,
      @Nullable Trend trend) {
    this.asked = asked;
    this.levels = levels;
    this.comparisons = comparisons;
    this.trend = trend;
    this.amounts = Amounts.of(asked.response());
  }

  String of(Verdict verdict, @Nullable Integer moreSeeds) {
    return switch (verdict) {
          case DIFFERENT -> different();
          case SAME -> same();
          case UNDECIDED -> undecided(moreSeeds);
        }
        + lacking(levels);
  }

  /** How many runs have no value, and why; empty where each has one. */
  static String lacking(List<AnswerLevel> levels) {
    return lacking("Diverged", levels, AnswerLevel::diverged)
        + lacking("Never came so far", levels, AnswerLevel::unreached)
        + lacking("Stopped early", levels, AnswerLevel::stopped);
  }

  private String same() {
    String margin = amounts.difference(asked.margin());
    int pairs = levels.size() * (levels.size() - 1) / 2;
    return comparisons.size() < pairs && asked.reference() != null
        ? "The same: no level of %s differs from %s in %s by more than %s%s."
            .formatted(asked.factor(), asked.reference(), asked.response(), margin, widest())
        : "The same: %s does not change %s by more than %s%s."
            .formatted(asked.factor(), asked.response(), margin, widest());
  }

  private String different() {
    AnswerComparison surest =
        comparisons.stream()
            .min(Comparator.comparingDouble(AnswerComparison::pAdjusted))
            .orElseThrow();
    Optional<AnswerComparison> largest =
        comparisons.stream()
            .filter(one -> one.pAdjusted() < 0.05 && Double.isFinite(one.difference()))
            .max(Comparator.comparingDouble(one -> Math.abs(one.difference())));
    AnswerComparison shown = largest.orElse(surest);
    String best = best(shown);
    String other = best.equals(shown.a()) ? shown.b() : shown.a();
    String by =
        Double.isFinite(shown.difference())
            ? " by "
                + amounts.difference(Math.abs(shown.difference()))
                + interval(turned(shown, best))
            : "";
    return "Yes: %s changes %s. %s%s is %s than %s%s (%s, n = %d, p %s%s)."
            .formatted(
                asked.factor(),
                asked.response(),
                best,
                mean(best),
                asked.goal() == null && !by.isEmpty() ? "higher" : "better",
                other + mean(other),
                by,
                shown.test(),
                shown.n(),
                Amounts.p(shown.pAdjusted()),
                comparisons.size() > 1 ? " after Holm's correction" : "")
        + trendSaid();
  }

  private String best(AnswerComparison shown) {
    if (Double.isFinite(shown.difference())) {
      boolean second = asked.goal() != Goal.MIN == shown.difference() > 0;
      return second ? shown.b() : shown.a();
    }
    AnswerLevel a = level(shown.a());
    AnswerLevel b = level(shown.b());
    return (double) a.lacking() / a.n() <= (double) b.lacking() / b.n() ? shown.a() : shown.b();
  }

  private AnswerLevel level(String name) {
    return levels.stream().filter(one -> one.level().equals(name)).findFirst().orElseThrow();
  }

  private String mean(String name) {
    AnswerLevel level = level(name);
    if (level.diverged() == level.n()) {
      return ", where every run diverged";
    }
    if (level.unreached() == level.n()) {
      return ", where no run came so far";
    }
    if (level.lacking() == level.n()) {
      return ", where no run has a value";
    }
    return Double.isFinite(level.mean()) ? " (" + amounts.value(level.mean()) + ")" : "";
  }

  private Interval turned(AnswerComparison shown, String best) {
    boolean turned = best.equals(shown.a()) == (asked.goal() != Goal.MIN);
    return turned ? new Interval(-shown.ci().high(), -shown.ci().low()) : shown.ci();
  }

  private String interval(Interval interval) {
    return Double.isFinite(interval.low()) ? " " + amounts.interval(interval) : "";
  }

  private String trendSaid() {
    if (trend == null || trend.p() >= 0.05) {
      return "";
    }
    return " It %s with %s (Spearman %.2f, p %s)."
        .formatted(
            trend.rho() > 0 ? "rises" : "falls", asked.factor(), trend.rho(), Amounts.p(trend.p()));
  }

  private String undecided(@Nullable Integer moreSeeds) {
    String reference = asked.reference();
    if (comparisons.isEmpty() && reference != null && fewOf(reference)) {
      return "Undecided: %s of %s, which the others are to be compared with, has not two runs."
          .formatted(reference, asked.factor());
    }
    if (comparisons.isEmpty()) {
      return "Undecided: there are not two levels of %s with two runs each."
          .formatted(asked.factor());
    }
    String more =
        moreSeeds == null
            ? ""
            : moreSeeds == 0
                ? "; as many seeds as there are would mostly have shown a difference of "
                    + amounts.difference(asked.margin())
                : "; %d more seeds of each level would settle a difference of %s"
                    .formatted(moreSeeds, amounts.difference(asked.margin()));
    return "Undecided: no difference of %s by %s is sure%s%s%s."
        .formatted(asked.response(), asked.factor(), widest(), tooFew(), more);
  }

  private String tooFew() {
    for (AnswerComparison one : comparisons) {
      OptionalInt needed = FewRuns.needed(one, comparisons.size());
      if (needed.isPresent()) {
        return "; that of %s and %s is as clear as ranks of %d runs each can be, and to be sure takes %d of each level"
            .formatted(one.a(), one.b(), one.n(), needed.getAsInt());
      }
    }
    return "";
  }

  /** Whether a level has too few runs, where two others have enough. */
  private boolean fewOf(String name) {
    return levels.stream().noneMatch(level -> level.level().equals(name) && level.n() > 1)
        && levels.stream().filter(level -> level.n() > 1).count() > 1;
  }

  private String widest() {
    boolean all = comparisons.stream().allMatch(one -> Double.isFinite(one.difference()));
    return comparisons.stream()
        .filter(one -> Double.isFinite(one.difference()))
        .max(Comparator.comparingDouble(one -> Math.abs(one.difference())))
        .map(
            one ->
                "; the largest%s is that of %s and %s, %s%s, p %s"
                    .formatted(
                        all ? "" : " that has a number",
                        one.a(),
                        one.b(),
                        amounts.difference(one.difference()),
                        interval(one.ci()),
                        Amounts.p(one.pAdjusted())))
        .orElse("");
  }

  /** {@code Diverged: 5 of 5 at none.} */
  private static String lacking(
      String what, List<AnswerLevel> levels, ToIntFunction<AnswerLevel> count) {
    String where =
        levels.stream()
            .filter(level -> count.applyAsInt(level) > 0)
            .map(
                level ->
                    "%d of %d at %s".formatted(count.applyAsInt(level), level.n(), level.level()))
            .collect(Collectors.joining(", "));
    return where.isEmpty() ? "" : " " + what + ": " + where + ".";
  }
}
