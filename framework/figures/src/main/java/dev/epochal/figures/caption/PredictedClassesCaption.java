package dev.epochal.figures.caption;

import dev.epochal.core.figure.ClassCounts;
import dev.epochal.core.figure.PredictedClasses;
import dev.epochal.figures.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Which classes are predicted too often, and which too rarely. */
final class PredictedClassesCaption {
  private PredictedClassesCaption() {}

  static Caption of(PredictedClasses figure) {
    List<String> paragraphs = new ArrayList<>();
    for (int i = 0; i < figure.splits().size(); i++) {
      paragraphs.add(sentence(figure.classNames(), figure.splits().get(i), figure.truth().get(i)));
    }
    paragraphs.add(
        "Beside the true classes: a class that is predicted more often than it occurs takes images from others.");
    return new Caption("Predicted classes", List.of(String.join(" ", paragraphs)));
  }

  private static String sentence(List<String> names, ClassCounts predicted, ClassCounts truth) {
    List<Integer> more = new ArrayList<>();
    for (int c = 0; c < predicted.counts().size(); c++) {
      more.add(predicted.counts().get(c) - truth.counts().get(c));
    }
    int most = Extremes.largest(more);
    int least = Extremes.smallest(more);
    if (more.get(most) == 0 && more.get(least) == 0) {
      return "In %s each class is predicted as often as it occurs."
          .formatted(predicted.split().key());
    }
    return "In %s, class %s is predicted too often most of all (%s predictions, %s images), class %s too rarely (%s predictions, %s images)."
        .formatted(
            predicted.split().key(),
            Names.ofClass(names, most),
            Numbers.count(predicted.counts().get(most)),
            Numbers.count(truth.counts().get(most)),
            Names.ofClass(names, least),
            Numbers.count(predicted.counts().get(least)),
            Numbers.count(truth.counts().get(least)));
  }
}
