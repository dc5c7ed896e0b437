package dev.epochal.figures.caption;

import dev.epochal.core.figure.ClassCounts;
import dev.epochal.core.figure.TrueClasses;
import dev.epochal.core.stats.ClassBalance;
import dev.epochal.figures.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the classes are balanced. */
final class TrueClassesCaption {
  private TrueClassesCaption() {}

  static Caption of(TrueClasses figure) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        figure.splits().stream()
            .filter(split -> split.n() > 0)
            .map(split -> sentence(figure.classNames(), split))
            .collect(Collectors.joining(" ")));
    boolean unbalanced =
        figure.splits().stream()
            .filter(split -> split.n() > 0)
            .anyMatch(split -> new ClassBalance(split.counts()).isUnbalanced());
    paragraphs.add(
        unbalanced
            ? "The classes are not balanced: accuracy says little about the small ones, so look at precision and recall per class."
            : "The classes are balanced: accuracy is a fair summary.");
    return new Caption("True classes", paragraphs);
  }

  private static String sentence(List<String> names, ClassCounts split) {
    int most = Extremes.largest(split.counts());
    int least = Extremes.smallest(split.counts());
    return "Of the %s %s images, most are of class %s (%s), fewest of class %s (%s)."
        .formatted(
            Numbers.count(split.n()),
            split.split().key(),
            Names.ofClass(names, most),
            Numbers.count(split.counts().get(most)),
            Names.ofClass(names, least),
            Numbers.count(split.counts().get(least)));
  }
}
