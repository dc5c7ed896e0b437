package dev.epochal.figures;

import java.awt.RenderingHints;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** Takes JFreeChart's own look off its objects and puts {@link Style} on. */
final class Looks {
  private Looks() {}

  static void calm(ValueAxis axis) {
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setLabelFont(Style.TEXT);
    axis.setLabelPaint(Style.INK);
    axis.setTickLabelFont(Style.TICK);
    axis.setTickLabelPaint(Style.MUTED);
    axis.setTickLabelInsets(new RectangleInsets(3, 4, 3, 6));
    axis.setLabelInsets(new RectangleInsets(4, 4, 4, 4));
  }

  static void calm(XYPlot plot) {
    plot.setBackgroundPaint(Style.PAPER);
    plot.setOutlineVisible(false);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setRangeGridlinePaint(Style.GRID);
    plot.setRangeGridlineStroke(Style.HAIRLINE);
    plot.setDomainGridlinePaint(Style.GRID);
    plot.setDomainGridlineStroke(Style.HAIRLINE);
    plot.setRangeZeroBaselineVisible(false);
  }

  /** A chart of nothing but the plot: titles and legends are blocks of the sheet. */
  static JFreeChart bare(Plot plot) {
    JFreeChart chart = new JFreeChart(null, null, plot, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    chart.setRenderingHints(hints());
    return chart;
  }

  /** Smooth, and with text that keeps its proportions at any density. */
  static RenderingHints hints() {
    RenderingHints hints =
        new RenderingHints(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    hints.put(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    hints.put(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    hints.put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return hints;
  }
}
