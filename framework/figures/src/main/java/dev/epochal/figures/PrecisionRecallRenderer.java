package dev.epochal.figures;

import dev.epochal.core.figure.PrecisionRecall;
import dev.epochal.core.figure.ThresholdCurve;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.data.Range;

/** Precision over recall per split, and the average precisions side by side. */
final class PrecisionRecallRenderer implements FigureRenderer<PrecisionRecall> {
  private static final int WIDTH = 1440;
  private static final int COLUMNS = 3;
  private static final double SQUARE = 480;
  private static final double AREAS = 300;
  private static final Range ALL = new Range(-0.01, 1.01);

  @Override
  public Sheet sheet(PrecisionRecall data) {
    List<CurveLook> looks = looks(data);
    List<JFreeChart> charts = data.panels().stream().map(panel -> chart(panel, looks)).toList();
    return Sheet.of(
        WIDTH,
        "Precision over recall, each class against the rest",
        data.subject(),
        List.of(Numbers.count(data.classNames().size()) + " classes"),
        CurveLegend.remarks(data.panels(), data.classNames()),
        List.of(
            new Legend(CurveLegend.classes(data.classNames(), looks)),
            new Panels(charts, Math.max(COLUMNS, charts.size()), SQUARE),
            new Heading("Average precision of each class", ""),
            new Legend(
                ClassDots.legend(
                    data.panels().stream().map(PrecisionRecall.Panel::split).toList())),
            new Panels(List.of(areas(data)), 1, AREAS)),
        "Each point of a curve is a threshold on the probability of a class. Recall: the share of the"
            + " class's images that count as the class. Precision: the share of the images that count"
            + " which are of the class. The average precision (AP) weights precision by the steps of"
            + " recall; of a model that guesses it is the class's share of all images, so it says more"
            + " than the AUC where a class is rare.");
  }

  private static JFreeChart chart(PrecisionRecall.Panel panel, List<CurveLook> looks) {
    List<CurveChart.Curve> curves = new ArrayList<>();
    for (boolean named : new boolean[] {true, false}) {
      for (ThresholdCurve curve : panel.curves()) {
        CurveLook look = looks.get(curve.ofClass());
        if (look.named() == named && curve.exists()) {
          curves.add(stepped(curve, look));
        }
      }
    }
    return CurveChart.of(
        new PanelTitle(
            panel.split().key(),
            "mean AP %s   ·   n = %s"
                .formatted(Numbers.share(panel.macro()), Numbers.count(panel.n())),
            66),
        curves,
        "Recall",
        "Precision",
        new CurveChart.Window(ALL, ALL, false));
  }

  /** Between two thresholds no recall can be had with a precision in between. */
  private static CurveChart.Curve stepped(ThresholdCurve curve, CurveLook look) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int i = 0; i < curve.x().size(); i++) {
      if (i > 0) {
        x.add(curve.x().get(i - 1));
        y.add(curve.y().get(i));
      }
      x.add(curve.x().get(i));
      y.add(curve.y().get(i));
    }
    return new CurveChart.Curve(x, y, look);
  }

  private static List<CurveLook> looks(PrecisionRecall data) {
    double[] worst = new double[data.classNames().size()];
    java.util.Arrays.fill(worst, Double.NaN);
    for (PrecisionRecall.Panel panel : data.panels()) {
      for (ThresholdCurve curve : panel.curves()) {
        double before = worst[curve.ofClass()];
        if (Double.isNaN(before) || curve.area() < before) {
          worst[curve.ofClass()] = curve.area();
        }
      }
    }
    return CurveLook.of(worst);
  }

  private static JFreeChart areas(PrecisionRecall data) {
    List<String> names = new ArrayList<>();
    for (int c = 0; c < data.classNames().size(); c++) {
      names.add(ClassLabels.of(data.classNames(), c));
    }
    List<Double> none = Collections.nCopies(names.size(), Double.NaN);
    List<ClassDots.Dots> dots =
        data.panels().stream()
            .map(
                panel ->
                    new ClassDots.Dots(
                        panel.split(),
                        panel.curves().stream().map(ThresholdCurve::area).toList(),
                        none,
                        none))
            .toList();
    return ClassDots.chart(
        names, dots, "Class against the rest", "Average precision", WIDTH - 2.0 * Style.MARGIN);
  }
}
