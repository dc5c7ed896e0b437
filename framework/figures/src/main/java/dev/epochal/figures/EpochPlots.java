package dev.epochal.figures;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
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
                Numbers::tick));
    Looks.calm(all);
    all.setGap(BETWEEN);
    for (int i = 0; i < plots.size(); i++) {
      all.add(plots.get(i), weights.get(i));
    }
    return Looks.bare(all);
  }

  /** Whether any of the lines has a gap. */
  static boolean gaps(List<Line> lines) {
    return lines.stream().anyMatch(l -> l.values().stream().anyMatch(v -> !Double.isFinite(v)));
  }

  private static void shadeGaps(XYPlot plot, List<Integer> epochs, List<Line> lines) {
    List<Integer> gaps = new ArrayList<>();
    for (int i = 0; i < epochs.size(); i++) {
      int at = i;
      if (lines.stream().anyMatch(line -> !Double.isFinite(line.values().get(at)))) {
        gaps.add(epochs.get(i));
      }
    }
    for (int epoch : gaps) {
      IntervalMarker shade = new IntervalMarker(epoch - 0.5, epoch + 0.5, Style.ABSENT);
      shade.setAlpha(1f);
      plot.addDomainMarker(shade, Layer.BACKGROUND);
    }
  }
}
