package dev.epochal.figures.caption;

import dev.epochal.core.figure.PrecisionRecall;
import dev.epochal.core.figure.ThresholdCurve;
import dev.epochal.figures.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** How precision falls as recall grows. */
final class PrecisionRecallCaption {
  private PrecisionRecallCaption() {}

  static Caption of(PrecisionRecall figure) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        figure.panels().stream()
            .map(
                panel ->
                    "%s %s (n = %s)"
                        .formatted(
                            panel.split().key(),
                            Numbers.share(panel.macro()),
                            Numbers.count(panel.n())))
            .collect(Collectors.joining("; ", "Macro average of the average precision: ", ".")));
    if (!figure.panels().isEmpty()) {
      PrecisionRecall.Panel last = figure.panels().get(figure.panels().size() - 1);
      last.curves().stream()
          .filter(curve -> Double.isFinite(curve.area()))
          .min(Comparator.comparingDouble(ThresholdCurve::area))
          .ifPresent(
              curve ->
                  paragraphs.add(
                      "Lowest in %s: class %s, %s; guessing would give %s, the class's share."
                          .formatted(
                              last.split().key(),
                              Names.ofClass(figure.classNames(), curve.ofClass()),
                              Numbers.share(curve.area()),
                              Numbers.share(
                                  (double) curve.positives()
                                      / (curve.positives() + curve.negatives())))));
    }
    paragraphs.add(
        "One point per threshold: the further right a curve stays high, the more of a class is found before others are taken for it.");
    return new Caption("Precision and recall", paragraphs);
  }
}
