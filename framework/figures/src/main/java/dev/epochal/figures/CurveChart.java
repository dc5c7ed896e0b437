package dev.epochal.figures;

import java.awt.geom.Line2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Curves in a square of shares, as ROC and precision over recall have them. */
final class CurveChart {
  private CurveChart() {}

  /** A curve with its look; the first of a list is drawn last, over the others. */
  record Curve(List<Double> x, List<Double> y, CurveLook look) {}

  /**
   * The part of the square that is shown.
   *
   * @param diagonal whether the chance line of a ROC is drawn
   */
  record Window(Range x, Range y, boolean diagonal) {}

  static JFreeChart of(
      PanelTitle title, List<Curve> curves, String xName, String yName, Window window) {
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      XYSeries series = new XYSeries(i, false, true);
      for (int k = 0; k < curve.x().size(); k++) {
        series.add(curve.x().get(k), curve.y().get(k), false);
      }
      data.addSeries(series);
      renderer.setSeriesPaint(i, curve.look().colour());
      renderer.setSeriesStroke(i, curve.look().stroke());
    }
    XYPlot plot = new XYPlot(data, axis(xName, window.x()), axis(yName, window.y()), renderer);
    Looks.calm(plot);
    if (window.diagonal()) {
      plot.addAnnotation(new XYLineAnnotation(0, 0, 1, 1, Style.DASHED, Style.MUTED));
    }
    JFreeChart chart = Looks.bare(plot);
    chart.setPadding(new RectangleInsets(0, 0, 0, 16));
    title.on(chart);
    return chart;
  }

  private static ScaledAxis axis(String name, Range range) {
    return new ScaledAxis(name, LinearScale.ANY, range, Numbers::tick);
  }

  /** A sample for the legend. */
  static Mark mark(CurveLook look) {
    return (g, width, height) -> {
      g.setColor(look.colour());
      g.setStroke(look.stroke());
      g.draw(new Line2D.Double(0, height / 2, width, height / 2));
    };
  }
}
