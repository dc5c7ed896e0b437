package dev.epochal.figures.caption;

import dev.epochal.core.figure.Outcome;
import dev.epochal.core.figure.Outcomes;
import dev.epochal.figures.Numbers;
import java.util.List;

/** How one class fares against the rest. */
final class OutcomesCaption {
  private OutcomesCaption() {}

  static Caption of(Outcomes figure) {
    int tp = count(figure, Outcome.TRUE_POSITIVE);
    int fp = count(figure, Outcome.FALSE_POSITIVE);
    int tn = count(figure, Outcome.TRUE_NEGATIVE);
    int fn = count(figure, Outcome.FALSE_NEGATIVE);
    Double threshold = figure.threshold();
    return new Caption(
        "Right and wrong, one by one",
        List.of(
            "Class %s against the rest in %s (n = %s), %s: %s true positives, %s false positives, %s true negatives, %s false negatives; so precision %s, recall %s."
                .formatted(
                    Names.ofClass(figure.classNames(), figure.ofClass()),
                    figure.split().key(),
                    Numbers.count(figure.n()),
                    threshold == null
                        ? "the most probable class counting"
                        : "from a probability of " + Numbers.value(threshold) + " on",
                    Numbers.count(tp),
                    Numbers.count(fp),
                    Numbers.count(tn),
                    Numbers.count(fn),
                    ratio(tp, tp + fp),
                    ratio(tp, tp + fn)),
            "At most %d of each are shown, with the probability of the class."
                .formatted(figure.wanted())));
  }

  private static int count(Outcomes figure, Outcome outcome) {
    return figure.groups().stream()
        .filter(group -> group.outcome() == outcome)
        .mapToInt(Outcomes.Group::count)
        .sum();
  }

  private static String ratio(int part, int all) {
    return all == 0 ? "of none" : Numbers.percent((double) part / all);
  }
}
