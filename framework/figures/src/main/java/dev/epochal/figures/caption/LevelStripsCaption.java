package dev.epochal.figures.caption;

import dev.epochal.core.answer.Amounts;
import dev.epochal.core.figure.LevelStrips;
import dev.epochal.core.stats.Goal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which level does best and worst, and how far runs of one level lie apart. */
final class LevelStripsCaption {
  private LevelStripsCaption() {}

  static Caption of(LevelStrips figure) {
    String title = "Every run, by level";
    Amounts amounts = Amounts.of(figure.response());
    List<LevelStrips.Level> measured =
        figure.levels().stream().filter(level -> Double.isFinite(level.mean())).toList();
    List<String> paragraphs = new ArrayList<>();
    if (measured.isEmpty()) {
      paragraphs.add("No run has a value of " + figure.response() + ".");
    } else {
      Comparator<LevelStrips.Level> order = Comparator.comparingDouble(LevelStrips.Level::mean);
      Comparator<LevelStrips.Level> better = figure.goal() == Goal.MAX ? order : order.reversed();
      LevelStrips.Level best = measured.stream().max(better).orElseThrow();
      LevelStrips.Level worst = measured.stream().min(better).orElseThrow();
      paragraphs.add(
          measured.size() == 1
              ? "Only level %s has values: mean %s."
                  .formatted(Names.of(best.level()), amounts.value(best.mean()))
              : "By its mean the best level is %s with %s, the worst is %s with %s."
                  .formatted(
                      Names.of(best.level()),
                      said(best, amounts),
                      Names.of(worst.level()),
                      said(worst, amounts)));
    }
    List<String> lost = new ArrayList<>();
    for (LevelStrips.Level level : figure.levels()) {
      if (level.lacking() > 0) {
        lost.add(
            "%s: %d of %d"
                .formatted(Names.of(level.level()), level.lacking(), level.runs().size()));
      }
    }
    if (!lost.isEmpty()) {
      paragraphs.add(
          "Runs without a value (they diverged, were stopped, or never came so far), by level: "
              + String.join("; ", lost.subList(0, Math.min(12, lost.size())))
              + ". They count as worse than all others, and no mean is of them.");
    }
    paragraphs.add(
        "Where the dots of two levels mix, single runs say nothing of which is better; the bars say"
            + " where the means are, with 95 % confidence each.");
    return new Caption(title, paragraphs);
  }

  private static String said(LevelStrips.Level level, Amounts amounts) {
    int n = level.runs().size() - level.lacking();
    return n < 2
        ? "%s (one run)".formatted(amounts.value(level.mean()))
        : "%s (n = %d, 95 %% interval %s to %s)"
            .formatted(
                amounts.value(level.mean()),
                n,
                amounts.value(level.low()),
                amounts.value(level.high()));
  }
}
