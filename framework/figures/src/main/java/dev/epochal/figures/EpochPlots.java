package dev.epochal.figures;

import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Line panels under each other that share one axis, on which epochs end. */
final class EpochPlots {
  private static final double BETWEEN = 22;

  private EpochPlots() {}

  /**
   * A panel of lines over the epochs, its vertical axis given.
   *
   * @param at where each epoch's end stands
   */
  static XYPlot panel(List<Double> at, List<Line> lines, ScaledAxis axis) {
    XYSeriesCollection data = new XYSeriesCollection();
    for (Line line : lines) {
      XYSeries series = new XYSeries(line.name(), false, true);
      for (int i = 0; i < at.size(); i++) {
        double value = line.values().get(i);
        series.add(at.get(i).doubleValue(), Double.isFinite(value) ? value : Double.NaN);
      }
      data.addSeries(series);
    }
    XYPlot plot = new XYPlot(data, null, axis, new LineRenderer(lines));
    Looks.calm(plot);
    plot.setDomainGridlinesVisible(false);
    shadeGaps(plot, at, lines);
    return plot;
  }

  /** Marks one place with an upright line. */
  static void mark(XYPlot plot, double at) {
    plot.addDomainMarker(
        new ValueMarker(at, Style.MUTED, Style.DOTTED, null, null, 1f), Layer.BACKGROUND);
  }

  /** Draws the dashed line that values are above or below of. */
  static void markLevel(XYPlot plot, double level) {
    plot.addRangeMarker(
        new ValueMarker(level, Style.INK, Style.DASHED, null, null, 1f), Layer.BACKGROUND);
  }

  /** A thin line of its own points behind a panel's lines. */
  static void behind(XYPlot plot, List<Double> at, List<Double> values, Color colour) {
    XYSeries series = new XYSeries("behind", false, true);
    for (int i = 0; i < at.size(); i++) {
      double value = values.get(i);
      series.add(at.get(i).doubleValue(), Double.isFinite(value) ? value : Double.NaN);
    }
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesPaint(0, colour);
    renderer.setSeriesStroke(0, Style.HAIRLINE);
    plot.setDataset(1, new XYSeriesCollection(series));
    plot.setRenderer(1, renderer);
  }

  /**
   * The panels as one chart; the first is the highest.
   *
   * @param scale of the axis that they share
   * @param from where the axis begins, apart from some room
   */
  static JFreeChart stacked(
      String axis,
      LinearScale scale,
      double from,
      List<Double> at,
      List<XYPlot> plots,
      List<Integer> weights) {
    double first = at.isEmpty() ? 1 : Math.min(from, at.get(0));
    double last = at.isEmpty() ? 1 : at.get(at.size() - 1);
    // Where there are few steps, half of one, so that the first and the last marker are whole.
    double room = Math.max(Math.min(0.5 * step(at), 0.5), 0.01 * (last - first));
    CombinedDomainXYPlot all =
        new CombinedDomainXYPlot(
            new ScaledAxis(
                axis,
                scale,
                new Range(first - room, last + room),
                tick ->
                    tick < first || tick > last
                        ? ""
                        : tick == Math.rint(tick)
                            ? Numbers.count((long) tick)
                            : Numbers.tick(tick)));
    Looks.calm(all);
    all.setGap(BETWEEN);
    for (int i = 0; i < plots.size(); i++) {
      all.add(plots.get(i), weights.get(i));
    }
    JFreeChart chart = Looks.bare(all);
    // Half of a tick's label may stand beyond the corner of the panel.
    chart.setPadding(new RectangleInsets(8, 0, 0, 20));
    return chart;
  }

  /** The least distance between two epochs. */
  private static double step(List<Double> at) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < at.size(); i++) {
      least = Math.min(least, at.get(i) - at.get(i - 1));
    }
    return at.size() > 1 && least > 0 ? least : 1;
  }

  /** Shades each run of epochs in which a line has a gap as one area, without seams. */
  private static void shadeGaps(XYPlot plot, List<Double> at, List<Line> lines) {
    double half = 0.5 * step(at);
    for (int i = 0; i < at.size(); i++) {
      if (gapAt(lines, i)) {
        int first = i;
        while (i + 1 < at.size() && gapAt(lines, i + 1)) {
          i++;
        }
        IntervalMarker shade =
            new IntervalMarker(at.get(first) - half, at.get(i) + half, Style.ABSENT);
        shade.setAlpha(1f);
        plot.addDomainMarker(shade, Layer.BACKGROUND);
      }
    }
  }

  private static boolean gapAt(List<Line> lines, int i) {
    return lines.stream().anyMatch(line -> !Double.isFinite(line.values().get(i)));
  }
}
