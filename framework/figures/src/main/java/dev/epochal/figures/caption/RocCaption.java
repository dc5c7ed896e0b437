package dev.epochal.figures.caption;

import dev.epochal.core.figure.Roc;
import dev.epochal.core.figure.ThresholdCurve;
import dev.epochal.figures.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How well the classes are told apart, and whether the splits agree. */
final class RocCaption {
  private RocCaption() {}

  private static final double SIGNIFICANT = 0.05;

  static Caption of(Roc figure) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        (figure.panels().stream()
                    .map(
                        panel ->
                            "%s %s (95 %% interval %s, n = %s)"
                                .formatted(
                                    panel.split().key(),
                                    Numbers.share(panel.macro().area()),
                                    Intervals.areas(panel.macro().low(), panel.macro().high()),
                                    Numbers.count(panel.n())))
                    .collect(Collectors.joining("; ", "Macro average of the AUC: ", "."))
                + " "
                + weakest(figure).orElse(""))
            .strip());
    paragraphs.add(agreement(figure));
    paragraphs.add(
        "One curve per class against the rest, one point per classification threshold; on the diagonal a model guesses (AUC 0.5).");
    return new Caption("ROC curves", paragraphs);
  }

  private static Optional<String> weakest(Roc figure) {
    if (figure.panels().isEmpty()) {
      return Optional.empty();
    }
    Roc.Panel last = figure.panels().get(figure.panels().size() - 1);
    return last.curves().stream()
        .filter(curve -> Double.isFinite(curve.area()))
        .min(Comparator.comparingDouble(ThresholdCurve::area))
        .map(
            curve ->
                "Hardest to tell from the rest in %s: class %s, %s (%s)."
                    .formatted(
                        last.split().key(),
                        Names.ofClass(figure.classNames(), curve.ofClass()),
                        Numbers.share(curve.area()),
                        Intervals.areas(curve.low(), curve.high())));
  }

  private static String agreement(Roc figure) {
    List<Roc.Difference> tested =
        figure.differences().stream().filter(d -> !Double.isNaN(d.adjusted())).toList();
    if (tested.isEmpty()) {
      return "No two splits' areas could be compared.";
    }
    List<Roc.Difference> different =
        tested.stream().filter(d -> d.adjusted() < SIGNIFICANT).toList();
    if (different.isEmpty()) {
      return "Do the splits agree? None of the %d differences between their areas is significant at 5 %% (DeLong's test, Holm's correction)."
          .formatted(tested.size());
    }
    Roc.Difference largest =
        different.stream()
            .max(Comparator.comparingDouble(d -> Math.abs(d.difference())))
            .orElseThrow();
    return "Do the splits agree? Not everywhere: %d of the %d differences between their areas %s significant at 5 %% (DeLong's test, Holm's correction), the largest for class %s, %s against %s: %s."
        .formatted(
            different.size(),
            tested.size(),
            different.size() == 1 ? "is" : "are",
            Names.ofClass(figure.classNames(), largest.ofClass()),
            largest.first().key(),
            largest.second().key(),
            Numbers.value(largest.difference()));
  }
}
