package dev.epochal.figures;

import dev.epochal.core.figure.ClassCounts;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A bar for each class and split: the share of the split's images. */
final class ShareBars extends AbstractXYItemRenderer {
  private static final long serialVersionUID = 1L;
  private static final double FILLED = 0.84;
  private static final double WIDEST_LABEL = 130;

  private final transient List<ClassCounts> splits;
  private final transient List<ClassCounts> marks;

  private ShareBars(List<ClassCounts> splits, List<ClassCounts> marks) {
    this.splits = splits;
    this.marks = marks;
  }

  /**
   * The chart.
   *
   * @param marks counts whose share is marked across each bar; empty for none
   * @param width of the chart in points
   */
  static JFreeChart chart(
      List<String> classNames,
      List<ClassCounts> splits,
      List<ClassCounts> marks,
      String axisName,
      double width) {
    XYSeriesCollection data = new XYSeriesCollection();
    for (ClassCounts split : splits) {
      XYSeries series = new XYSeries(split.split().key());
      for (int c = 0; c < classNames.size(); c++) {
        series.add(c, share(split, c));
      }
      data.addSeries(series);
    }
    List<String> labels = ClassLabels.all(classNames, Style.TICK, WIDEST_LABEL);
    double pitch = (width - 70) / Math.max(1, labels.size());
    boolean upright = labels.stream().anyMatch(label -> Text.width(label, Style.TICK) > pitch - 6);
    double top = Math.max(highest(classNames, splits), highest(classNames, marks));
    ScaledAxis shares =
        new ScaledAxis(
            "Share of the split's images (%)",
            LinearScale.ANY,
            new Range(0, top <= 0 ? 1 : 1.06 * top),
            share -> Numbers.tick(100 * share));
    XYPlot plot =
        new XYPlot(
            data,
            new LabelAxis(axisName, labels, Style.TICK, upright),
            shares,
            new ShareBars(splits, marks));
    Looks.calm(plot);
    plot.setDomainGridlinesVisible(false);
    plot.addRangeMarker(
        new ValueMarker(
            1.0 / Math.max(1, classNames.size()), Style.MUTED, Style.DASHED, null, null, 1f),
        Layer.BACKGROUND);
    JFreeChart chart = Looks.bare(plot);
    chart.setPadding(new RectangleInsets(8, 0, 0, 10));
    return chart;
  }

  private static double share(ClassCounts split, int c) {
    return split.n() == 0 ? Double.NaN : (double) split.counts().get(c) / split.n();
  }

  private static double highest(List<String> classNames, List<ClassCounts> splits) {
    double highest = 0;
    for (ClassCounts split : splits) {
      for (int c = 0; c < classNames.size() && split.n() > 0; c++) {
        highest = Math.max(highest, share(split, c));
      }
    }
    return highest;
  }

  @Override
  public void drawItem(
      Graphics2D g,
      XYItemRendererState state,
      Rectangle2D area,
      PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis classes,
      ValueAxis shares,
      XYDataset data,
      int series,
      int item,
      CrosshairState crosshair,
      int pass) {
    double share = data.getYValue(series, item);
    if (!Double.isFinite(share)) {
      return;
    }
    double width = FILLED / splits.size();
    double from = item - FILLED / 2 + series * width;
    double left = classes.valueToJava2D(from, area, plot.getDomainAxisEdge());
    double right = classes.valueToJava2D(from + width, area, plot.getDomainAxisEdge());
    double top = shares.valueToJava2D(share, area, plot.getRangeAxisEdge());
    double gap = right - left > 5 ? 1 : 0;
    g.setPaint(SplitLook.colour(splits.get(series).split()));
    g.fill(new Rectangle2D.Double(left, top, right - left - gap, area.getMaxY() - top));
    if (!marks.isEmpty()) {
      double y =
          shares.valueToJava2D(share(marks.get(series), item), area, plot.getRangeAxisEdge());
      g.setPaint(Style.INK);
      g.setStroke(Style.LINE);
      g.draw(new Line2D.Double(left, y, right - gap, y));
    }
  }
}
