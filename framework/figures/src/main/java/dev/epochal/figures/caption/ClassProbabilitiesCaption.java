package dev.epochal.figures.caption;

import dev.epochal.core.figure.ClassProbabilities;
import dev.epochal.figures.Numbers;
import java.util.ArrayList;
import java.util.List;

/** How sure the model is of the true classes. */
final class ClassProbabilitiesCaption {
  private ClassProbabilitiesCaption() {}

  static Caption of(ClassProbabilities figure) {
    List<String> paragraphs = new ArrayList<>();
    for (ClassProbabilities.Panel panel : figure.panels()) {
      long all = panel.own().stream().flatMap(List::stream).mapToLong(Integer::longValue).sum();
      if (all > 0) {
        paragraphs.add(
            "In %s the true class gets a probability of at least %s for %s of the images, and one below %s for %s."
                .formatted(
                    panel.split().key(),
                    Numbers.value(1 - 1.0 / figure.bins()),
                    Numbers.percent((double) in(panel, figure.bins() - 1) / all),
                    Numbers.value(1.0 / figure.bins()),
                    Numbers.percent((double) in(panel, 0) / all)));
      }
      if (panel.notFinite() > 0) {
        paragraphs.add(
            "%s %s images have probabilities that are NaN, and are left out."
                .formatted(Numbers.count(panel.notFinite()), panel.split().key()));
      }
    }
    return new Caption(
        "Class probabilities",
        List.of(
            String.join(" ", paragraphs),
            "Scores near 0 and near 1: the model is sure. A heap between: it is not."));
  }

  private static long in(ClassProbabilities.Panel panel, int bin) {
    return panel.own().stream().mapToLong(bins -> bins.get(bin)).sum();
  }
}
