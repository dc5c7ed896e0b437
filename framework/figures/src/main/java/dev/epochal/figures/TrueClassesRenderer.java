package dev.epochal.figures;

import dev.epochal.core.figure.ClassCounts;
import dev.epochal.core.figure.TrueClasses;
import java.util.ArrayList;
import java.util.List;

/** The splits' class balance, bars of all splits beside each other on one axis. */
final class TrueClassesRenderer implements FigureRenderer<TrueClasses> {
  private static final int WIDTH = 1280;
  private static final double HEIGHT = 420;

  @Override
  public Sheet sheet(TrueClasses data) {
    return Sheet.of(
        WIDTH,
        "True classes",
        data.subject(),
        List.of(Numbers.count(data.classNames().size()) + " classes"),
        absent(data.classNames(), data.splits()),
        List.of(
            legend(data.splits(), false),
            new Panels(
                List.of(
                    ShareBars.chart(
                        data.classNames(),
                        data.splits(),
                        List.of(),
                        "True class",
                        WIDTH - 2.0 * Style.MARGIN)),
                1,
                HEIGHT)),
        "How the images of each split divide among their true classes. Bars of one class that"
            + " differ in height, or stand far from the dashed line, mean that a split is not"
            + " balanced; then accuracy alone misleads.");
  }

  static Legend legend(List<ClassCounts> splits, boolean marked) {
    List<Legend.Entry> entries = new ArrayList<>();
    for (ClassCounts split : splits) {
      entries.add(
          new Legend.Entry(
              "%s (n = %s)".formatted(split.split().key(), Numbers.count(split.n())),
              Mark.area(SplitLook.colour(split.split()))));
    }
    if (marked) {
      entries.add(new Legend.Entry("share of the true class", Mark.line(Style.INK, Style.LINE)));
    }
    entries.add(
        new Legend.Entry("every class the same share", Mark.line(Style.MUTED, Style.DASHED)));
    return new Legend(entries);
  }

  /** A sentence for each split in which a class has no image. */
  static List<String> absent(List<String> classNames, List<ClassCounts> splits) {
    List<String> sentences = new ArrayList<>();
    for (ClassCounts split : splits) {
      List<String> names = new ArrayList<>();
      for (int c = 0; c < classNames.size(); c++) {
        if (split.counts().get(c) == 0) {
          names.add(Text.ellipsized(ClassLabels.of(classNames, c), Style.TEXT, 150));
        }
      }
      if (!names.isEmpty()) {
        sentences.add(
            "No image of %s in %s."
                .formatted(
                    names.size() > 8
                        ? names.size() + " of the classes"
                        : names.size() == 1
                            ? "class " + names.get(0)
                            : "classes " + String.join(", ", names),
                    split.split().key()));
      }
    }
    return sentences.isEmpty() ? sentences : List.of(String.join(" ", sentences));
  }
}
