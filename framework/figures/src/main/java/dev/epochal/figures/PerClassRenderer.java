package dev.epochal.figures;

import dev.epochal.core.figure.PerClass;
import dev.epochal.core.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;

/** Precision, recall and F1 of each class under each other. */
final class PerClassRenderer implements FigureRenderer<PerClass> {
  private static final int WIDTH = 1280;
  private static final double HEIGHT = 270;

  /** F1 is no share of images. */
  private static final Interval NONE = new Interval(Double.NaN, Double.NaN);

  @Override
  public Sheet sheet(PerClass data) {
    List<JFreeChart> charts =
        List.of(
            chart(
                data,
                "Precision",
                PerClass.Metrics::precision,
                PerClass.Metrics::precisionInterval),
            chart(data, "Recall", PerClass.Metrics::recall, PerClass.Metrics::recallInterval),
            chart(data, "F1", PerClass.Metrics::f1, metrics -> NONE));
    List<Legend.Entry> legend = new ArrayList<>();
    for (PerClass.Panel panel : data.panels()) {
      legend.add(
          new Legend.Entry(
              "%s (n = %s)".formatted(panel.split().key(), Numbers.count(panel.n())),
              Mark.dot(SplitLook.colour(panel.split()), SplitLook.marker(panel.split()))));
    }
    return Sheet.of(
        WIDTH,
        "Precision, recall and F1 of each class",
        data.subject(),
        List.of(Numbers.count(data.classNames().size()) + " classes"),
        remarks(data),
        List.of(new Legend(legend), new Panels(charts, 1, HEIGHT)),
        "Precision: the share of the images taken for the class that are of it. Recall: the share"
            + " of the class's images that are taken for it. F1: their harmonic mean. Lines are"
            + " Wilson's 95 % intervals; F1 has none, being no share. Upright axes are zoomed. A ratio of nothing is left out here, and counts as 0 in the"
            + " run's macro averages.");
  }

  private static JFreeChart chart(
      PerClass data,
      String name,
      ToDoubleFunction<PerClass.Metrics> metric,
      Function<PerClass.Metrics, Interval> interval) {
    List<String> names = new ArrayList<>();
    for (int c = 0; c < data.classNames().size(); c++) {
      names.add(ClassLabels.of(data.classNames(), c));
    }
    List<ClassDots.Dots> dots =
        data.panels().stream()
            .map(
                panel ->
                    new ClassDots.Dots(
                        panel.split(),
                        panel.classes().stream().map(metric::applyAsDouble).toList(),
                        panel.classes().stream().map(m -> interval.apply(m).low()).toList(),
                        panel.classes().stream().map(m -> interval.apply(m).high()).toList()))
            .toList();
    return ClassDots.chart(names, dots, "Class", name, WIDTH - 2.0 * Style.MARGIN);
  }

  private static List<String> remarks(PerClass data) {
    List<String> remarks = new ArrayList<>();
    for (PerClass.Panel panel : data.panels()) {
      List<String> never = new ArrayList<>();
      for (int c = 0; c < panel.classes().size(); c++) {
        if (panel.classes().get(c).predicted() == 0) {
          never.add(Text.ellipsized(ClassLabels.of(data.classNames(), c), Style.TEXT, 150));
        }
      }
      if (!never.isEmpty()) {
        remarks.add(
            "In %s nothing is taken for %s."
                .formatted(
                    panel.split().key(),
                    never.size() > 8
                        ? never.size() + " of the classes"
                        : "class " + String.join(", ", never)));
      }
    }
    return remarks.isEmpty() ? remarks : List.of(String.join(" ", remarks));
  }
}
