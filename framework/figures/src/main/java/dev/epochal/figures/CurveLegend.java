package dev.epochal.figures;

import dev.epochal.core.data.Split;
import dev.epochal.core.figure.CurvePanel;
import dev.epochal.core.figure.ThresholdCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the curves of classes are, and which are not there. */
final class CurveLegend {
  private static final double WIDEST_NAME = 150;

  private CurveLegend() {}

  static List<Legend.Entry> classes(List<String> classNames, List<CurveLook> looks) {
    List<Legend.Entry> entries = new ArrayList<>();
    for (int c = 0; c < classNames.size(); c++) {
      if (looks.get(c).named()) {
        entries.add(new Legend.Entry(name(classNames, c), CurveChart.mark(looks.get(c))));
      }
    }
    looks.stream()
        .filter(look -> !look.named())
        .findFirst()
        .ifPresent(
            look ->
                entries.add(
                    new Legend.Entry(
                        "the %s other classes, which do better"
                            .formatted(Numbers.count(classNames.size() - entries.size())),
                        CurveChart.mark(look))));
    return entries;
  }

  /** Which curves are missing, and why: one remark, or none. */
  static List<String> remarks(List<? extends CurvePanel> panels, List<String> classNames) {
    List<String> remarks = new ArrayList<>();
    for (CurvePanel panel : panels) {
      Split split = panel.split();
      if (panel.notFinite() > 0) {
        remarks.add(
            "In %s, %s of %s images have probabilities that are NaN: there are no curves."
                .formatted(
                    split.key(), Numbers.count(panel.notFinite()), Numbers.count(panel.n())));
      } else {
        missing(split, panel.curves(), classNames).ifPresent(remarks::add);
      }
    }
    return remarks.isEmpty() ? remarks : List.of(String.join(" ", remarks));
  }

  /** A sentence of the classes that have no curve. */
  private static Optional<String> missing(
      Split split, List<ThresholdCurve> curves, List<String> classNames) {
    List<String> names =
        curves.stream()
            .filter(curve -> !curve.exists())
            .map(curve -> name(classNames, curve.ofClass()))
            .toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "%s in %s: images of the class, or of others, are missing there."
            .formatted(
                names.size() > 8
                    ? "There is no curve for %d classes".formatted(names.size())
                    : "There is no curve for class " + String.join(", ", names),
                split.key()));
  }

  private static String name(List<String> classNames, int c) {
    return Text.ellipsized(ClassLabels.of(classNames, c), Style.TEXT, WIDEST_NAME);
  }
}
