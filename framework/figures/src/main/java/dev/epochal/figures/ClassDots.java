package dev.epochal.figures;

import dev.epochal.core.data.Split;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A dot for each class and split, with its interval where it has one. */
final class ClassDots extends AbstractXYItemRenderer {
  private static final long serialVersionUID = 1L;
  private static final double SPREAD = 0.5;
  private static final double WIDEST_LABEL = 130;

  private final transient List<Dots> splits;

  private ClassDots(List<Dots> splits) {
    this.splits = splits;
  }

  /**
   * One split's values.
   *
   * @param values one for each label; NaN is left out
   * @param low lower ends of their intervals; NaN where there is none
   * @param high upper ends
   */
  record Dots(Split split, List<Double> values, List<Double> low, List<Double> high) {}

  /**
   * The chart, its vertical axis zoomed to the values.
   *
   * @param width of the chart in points
   */
  static JFreeChart chart(
      List<String> names, List<Dots> splits, String xName, String yName, double width) {
    XYSeriesCollection data = new XYSeriesCollection();
    List<Double> shown = new ArrayList<>();
    for (Dots dots : splits) {
      XYSeries series = new XYSeries(dots.split().key());
      for (int c = 0; c < names.size(); c++) {
        series.add(c, dots.values().get(c));
        shown.addAll(List.of(dots.values().get(c), dots.low().get(c), dots.high().get(c)));
      }
      data.addSeries(series);
    }
    List<String> labels =
        names.stream().map(name -> Text.ellipsized(name, Style.TICK, WIDEST_LABEL)).toList();
    double pitch = (width - 80) / Math.max(1, labels.size());
    boolean upright = labels.stream().anyMatch(label -> Text.width(label, Style.TICK) > pitch - 6);
    Range around = shares(Scales.around(shown, LinearScale.ANY));
    ScaledAxis values =
        new ScaledAxis(
            yName,
            LinearScale.ANY,
            around,
            value -> value < -1e-9 || value > 1 + 1e-9 ? "" : Numbers.tick(value));
    XYPlot plot =
        new XYPlot(
            data, new LabelAxis(xName, labels, Style.TICK, upright), values, new ClassDots(splits));
    Looks.calm(plot);
    plot.setDomainGridlinesVisible(false);
    JFreeChart chart = Looks.bare(plot);
    chart.setPadding(new RectangleInsets(8, 0, 0, 10));
    return chart;
  }

  /** Without more room beyond 0 and 1 than a marker needs. */
  private static Range shares(Range range) {
    double room = 0.03 * range.getLength();
    double low = Math.max(-room, range.getLowerBound());
    return new Range(low, Math.max(low + room, Math.min(1 + room, range.getUpperBound())));
  }

  /** What the splits' colours and markers mean. */
  static List<Legend.Entry> legend(List<Split> splits) {
    return splits.stream()
        .map(
            split ->
                new Legend.Entry(
                    split.key(), Mark.dot(SplitLook.colour(split), SplitLook.marker(split))))
        .toList();
  }

  @Override
  public void drawItem(
      Graphics2D g,
      XYItemRendererState state,
      Rectangle2D area,
      PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis classes,
      ValueAxis values,
      XYDataset data,
      int series,
      int item,
      CrosshairState crosshair,
      int pass) {
    double value = data.getYValue(series, item);
    if (!Double.isFinite(value)) {
      return;
    }
    Dots dots = splits.get(series);
    double offset = splits.size() == 1 ? 0 : SPREAD * (series / (splits.size() - 1.0) - 0.5);
    double x = classes.valueToJava2D(item + offset, area, plot.getDomainAxisEdge());
    double y = values.valueToJava2D(value, area, plot.getRangeAxisEdge());
    g.setPaint(SplitLook.colour(dots.split()));
    double low = dots.low().get(item);
    double high = dots.high().get(item);
    if (Double.isFinite(low) && Double.isFinite(high)) {
      g.setStroke(Style.LINE);
      g.draw(
          new Line2D.Double(
              x,
              values.valueToJava2D(low, area, plot.getRangeAxisEdge()),
              x,
              values.valueToJava2D(high, area, plot.getRangeAxisEdge())));
    }
    g.fill(
        AffineTransform.getTranslateInstance(x, y)
            .createTransformedShape(SplitLook.marker(dots.split())));
  }
}
