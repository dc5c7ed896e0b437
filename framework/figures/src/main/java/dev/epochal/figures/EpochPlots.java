package dev.epochal.figures;

import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Line panels under each other that share one axis of epochs. */
final class EpochPlots {
  private static final double BETWEEN = 22;

  private EpochPlots() {}

  /** A panel of lines over the epochs, its vertical axis given. */
  static XYPlot panel(List<Integer> epochs, List<Line> lines, ScaledAxis axis) {
    XYSeriesCollection data = new XYSeriesCollection();
    for (Line line : lines) {
      XYSeries series = new XYSeries(line.name(), false, true);
      for (int i = 0; i < epochs.size(); i++) {
        double value = line.values().get(i);
        series.add(epochs.get(i).doubleValue(), Double.isFinite(value) ? value : Double.NaN);
      }
      data.addSeries(series);
    }
    XYPlot plot = new XYPlot(data, null, axis, new LineRenderer(lines));
    Looks.calm(plot);
    plot.setDomainGridlinesVisible(false);
    shadeGaps(plot, epochs, lines);
    return plot;
  }

  /** Marks one epoch with an upright line. */
  static void markEpoch(XYPlot plot, int epoch) {
    plot.addDomainMarker(
        new ValueMarker(epoch, Style.MUTED, Style.DOTTED, null, null, 1f), Layer.BACKGROUND);
  }

  /** Draws the dashed line that values are above or below of. */
  static void markLevel(XYPlot plot, double level) {
    plot.addRangeMarker(
        new ValueMarker(level, Style.INK, Style.DASHED, null, null, 1f), Layer.BACKGROUND);
  }

  /** The panels as one chart; the first is the highest. */
  static JFreeChart stacked(List<Integer> epochs, List<XYPlot> plots, List<Integer> weights) {
    double first = epochs.isEmpty() ? 1 : epochs.get(0);
    double last = epochs.isEmpty() ? 1 : epochs.get(epochs.size() - 1);
    // Half an epoch of room, so that the first and the last marker are whole.
    double room = Math.max(0.5, 0.01 * (last - first));
    CombinedDomainXYPlot all =
        new CombinedDomainXYPlot(
            new ScaledAxis(
                "Epoch (passes over the train split)",
                LinearScale.WHOLE,
                new Range(first - room, last + room),
                epoch -> epoch < first || epoch > last ? "" : Numbers.count((long) epoch)));
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

  /** Shades each run of epochs in which a line has a gap as one area, without seams. */
  private static void shadeGaps(XYPlot plot, List<Integer> epochs, List<Line> lines) {
    for (int i = 0; i < epochs.size(); i++) {
      if (gapAt(lines, i)) {
        int first = i;
        while (i + 1 < epochs.size() && gapAt(lines, i + 1)) {
          i++;
        }
        IntervalMarker shade =
            new IntervalMarker(epochs.get(first) - 0.5, epochs.get(i) + 0.5, Style.ABSENT);
        shade.setAlpha(1f);
        plot.addDomainMarker(shade, Layer.BACKGROUND);
      }
    }
  }

  private static boolean gapAt(List<Line> lines, int i) {
    return lines.stream().anyMatch(line -> !Double.isFinite(line.values().get(i)));
  }
}
