package dev.epochal.figures;

import dev.epochal.core.figure.Roc;
import dev.epochal.core.figure.ThresholdCurve;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.data.Range;

/** ROC curves per split, whole and enlarged in the corner, and their areas side by side. */
final class RocRenderer implements FigureRenderer<Roc> {
  private static final int WIDTH = 1440;
  private static final int COLUMNS = 3;
  private static final double SQUARE = 480;
  private static final double AREAS = 330;

  /** Areas from here on press their curves into the corner. */
  private static final double HIGH_AREA = 0.9;

  private static final Range ALL = new Range(-0.01, 1.01);
  private static final double CORNER = 0.2;

  @Override
  public Sheet sheet(Roc data) {
    List<CurveLook> looks = looks(data);
    List<JFreeChart> charts = new ArrayList<>();
    data.panels().forEach(panel -> charts.add(chart(panel, looks, false)));
    if (inCorner(data)) {
      data.panels().forEach(panel -> charts.add(chart(panel, looks, true)));
    }
    List<Block> body = new ArrayList<>();
    body.add(legend(data, looks));
    body.add(new Panels(charts, Math.max(COLUMNS, data.panels().size()), SQUARE));
    body.add(new Heading("Do the splits agree?", RocAgreement.sentence(data)));
    body.add(new Legend(ClassDots.legend(data.panels().stream().map(Roc.Panel::split).toList())));
    body.add(new Panels(List.of(areas(data)), 1, AREAS));
    return Sheet.of(
        WIDTH,
        "ROC curves, each class against the rest",
        data.subject(),
        List.of(Numbers.count(data.classNames().size()) + " classes"),
        CurveLegend.remarks(data.panels(), data.classNames()),
        body,
        CAPTION);
  }

  private static final String CAPTION =
      "Each point of a curve is a threshold on the probability of a class: images at or above it"
          + " count as the class. Upright: the share of the class's images that count (true positive"
          + " rate); across: the share of the others that count as well (false positive rate). The"
          + " area under the curve (AUC) is the chance that an image of the class gets a higher"
          + " probability than another one; 0.5 is guessing. Bars are 95 % intervals by DeLong's"
          + " variance, which has no width where the classes are told apart without an error. The"
          + " macro average counts each class the same. Splits are compared by the difference of"
          + " their areas, with Holm's correction for all comparisons of this figure.";

  private static JFreeChart chart(Roc.Panel panel, List<CurveLook> looks, boolean corner) {
    List<CurveChart.Curve> curves = new ArrayList<>();
    if (!panel.macro().x().isEmpty()) {
      curves.add(new CurveChart.Curve(panel.macro().x(), panel.macro().y(), CurveLook.MACRO));
    }
    CurveChart.Window window =
        corner
            ? new CurveChart.Window(
                new Range(-0.05 * CORNER, CORNER), new Range(1 - CORNER, 1 + 0.05 * CORNER), false)
            : new CurveChart.Window(ALL, ALL, true);
    for (boolean named : new boolean[] {true, false}) {
      for (ThresholdCurve curve : panel.curves()) {
        CurveLook look = looks.get(curve.ofClass());
        if (look.named() == named && curve.exists()) {
          curves.add(new CurveChart.Curve(curve.x(), curve.y(), look));
        }
      }
    }
    String split = panel.split().key();
    return CurveChart.of(
        new PanelTitle(
            corner ? split + ", upper left corner enlarged" : split,
            "macro AUC %s   ·   n = %s".formatted(area(panel.macro()), Numbers.count(panel.n())),
            66),
        curves,
        "False positive rate",
        "True positive rate",
        window);
  }

  private static String area(Roc.Macro macro) {
    return Double.isNaN(macro.area())
        ? "–"
        : "%s (%s to %s)"
            .formatted(
                Numbers.share(macro.area()),
                Numbers.share(macro.low()),
                Numbers.share(macro.high()));
  }

  private static boolean inCorner(Roc data) {
    return !data.panels().isEmpty()
        && data.panels().stream().allMatch(panel -> panel.macro().area() > HIGH_AREA);
  }

  private static List<CurveLook> looks(Roc data) {
    double[] worst = new double[data.classNames().size()];
    java.util.Arrays.fill(worst, Double.NaN);
    for (Roc.Panel panel : data.panels()) {
      for (ThresholdCurve curve : panel.curves()) {
        worst[curve.ofClass()] = least(worst[curve.ofClass()], curve.area());
      }
    }
    return CurveLook.of(worst);
  }

  private static double least(double a, double b) {
    return Double.isNaN(a) || b < a ? b : a;
  }

  private static Legend legend(Roc data, List<CurveLook> looks) {
    List<Legend.Entry> entries = new ArrayList<>(CurveLegend.classes(data.classNames(), looks));
    entries.add(new Legend.Entry("macro average", CurveChart.mark(CurveLook.MACRO)));
    entries.add(new Legend.Entry("guessing", Mark.line(Style.MUTED, Style.DASHED)));
    return new Legend(entries);
  }

  private static JFreeChart areas(Roc data) {
    List<String> names = new ArrayList<>();
    for (int c = 0; c < data.classNames().size(); c++) {
      names.add(ClassLabels.of(data.classNames(), c));
    }
    names.add("macro");
    List<ClassDots.Dots> dots = new ArrayList<>();
    for (Roc.Panel panel : data.panels()) {
      List<Double> values = new ArrayList<>();
      List<Double> low = new ArrayList<>();
      List<Double> high = new ArrayList<>();
      for (ThresholdCurve curve : panel.curves()) {
        values.add(curve.area());
        low.add(curve.low());
        high.add(curve.high());
      }
      values.add(panel.macro().area());
      low.add(panel.macro().low());
      high.add(panel.macro().high());
      dots.add(new ClassDots.Dots(panel.split(), values, low, high));
    }
    return ClassDots.chart(
        names, dots, "Class against the rest", "AUC", WIDTH - 2.0 * Style.MARGIN);
  }
}
