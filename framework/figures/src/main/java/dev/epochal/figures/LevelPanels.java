package dev.epochal.figures;

import dev.epochal.core.figure.LevelCurves;
import dev.epochal.core.figure.LossHistory;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The levels' curves over the whole course and, where that hides their ends, once more zoomed. */
record LevelPanels(LevelCurves data, List<SeriesLook> looks) {
  private static final double HEIGHT = 430;

  /** The end is shown again where it fills less than this share of the whole. */
  private static final double HIDDEN = 0.35;

  /** An interval of two runs is wider than all else: this much of the means' range is shown. */
  private static final double BEYOND = 1.5;

  /** Levels whose axes differ more than this would press each other into a corner. */
  private static final double FAR = 20;

  LevelPanels {
    looks = List.copyOf(looks);
  }

  double height() {
    return zoomed() ? 1.75 * HEIGHT : HEIGHT;
  }

  JFreeChart chart() {
    CombinedDomainXYPlot all = new CombinedDomainXYPlot(domain());
    Looks.calm(all);
    all.setGap(22);
    all.add(panel(Measure.of(data.metric(), shown(false)), ""), 4);
    if (zoomed()) {
      all.add(panel(Measure.of(data.metric(), shown(true)), ", zoomed"), 3);
    }
    JFreeChart chart = Looks.bare(all);
    chart.setPadding(new RectangleInsets(8, 0, 0, 20));
    return chart;
  }

  /** Whether the ends of the curves are shown once more. */
  boolean zoomed() {
    Measure whole = Measure.of(data.metric(), shown(false));
    Range end = Measure.of(data.metric(), all(true)).range();
    double low = whole.scale().at(whole.range().getLowerBound());
    double high = whole.scale().at(whole.range().getUpperBound());
    boolean several =
        data.curves().stream().mapToInt(curve -> curve.at().size()).max().orElse(0) > 3;
    return several
        && whole.scale().at(end.getUpperBound()) - whole.scale().at(end.getLowerBound())
            < HIDDEN * (high - low);
  }

  /** Where the last mean stands that is one. */
  private double last() {
    return data.curves().stream()
        .filter(curve -> size(curve) > 0)
        .mapToDouble(curve -> curve.at().get(size(curve) - 1))
        .max()
        .orElse(1);
  }

  /** How many epochs there are up to the last that has a mean. */
  private static int size(LevelCurves.Curve curve) {
    int size = curve.at().size();
    while (size > 0 && !Double.isFinite(curve.mean().get(size - 1))) {
      size--;
    }
    return size;
  }

  /** Every mean and every end of an interval. */
  private List<Double> all(boolean halves) {
    List<Double> all = new ArrayList<>();
    for (LevelCurves.Curve curve : data.curves()) {
      for (int i = halves ? size(curve) / 2 : 0; i < size(curve); i++) {
        all.add(curve.mean().get(i));
        if (Double.isFinite(curve.low().get(i)) && curve.low().get(i) > 0) {
          all.add(curve.low().get(i));
        }
        all.add(curve.high().get(i));
      }
    }
    return all;
  }

  /** The values that the vertical axis shows: of every curve, or of the second half of each. */
  private List<Double> shown(boolean halves) {
    List<Double> means = new ArrayList<>();
    List<Double> ends = new ArrayList<>();
    for (LevelCurves.Curve curve : data.curves()) {
      for (int i = halves ? size(curve) / 2 : 0; i < size(curve); i++) {
        means.add(curve.mean().get(i));
        ends.add(curve.low().get(i));
        ends.add(curve.high().get(i));
      }
    }
    double low = means.stream().filter(Double::isFinite).mapToDouble(v -> v).min().orElse(0);
    double high = means.stream().filter(Double::isFinite).mapToDouble(v -> v).max().orElse(1);
    double room = high > low ? BEYOND * (high - low) : Double.POSITIVE_INFINITY;
    ends.stream()
        .filter(end -> Double.isFinite(end) && end > low - room && end < high + room)
        // An interval may reach below zero where no value does: on a log axis that has no place.
        .filter(end -> end > 0 || low <= 0)
        .forEach(means::add);
    return means;
  }

  private ScaledAxis domain() {
    double first = Double.POSITIVE_INFINITY;
    double shortest = Double.POSITIVE_INFINITY;
    for (LevelCurves.Curve curve : data.curves()) {
      if (size(curve) > 0) {
        first = Math.min(first, curve.at().get(0));
        shortest = Math.min(shortest, curve.at().get(size(curve) - 1));
      }
    }
    double last = last();
    double begin = Double.isFinite(first) ? first : 1;
    String name =
        switch (data.axis()) {
          case EPOCH -> "Epoch (passes over the train split)";
          case UPDATE -> "Updates";
          case SECOND -> "Seconds of training (updates alone)";
        };
    if (data.axis() != LossHistory.Axis.EPOCH && begin > 0 && last / shortest > FAR) {
      return new ScaledAxis(
          name + ", log scale", new LogScale(), new Range(begin / 1.1, last * 1.1), Numbers::tick);
    }
    boolean epochs = data.axis() == LossHistory.Axis.EPOCH;
    double low = epochs ? begin : 0;
    double room = epochs ? Math.max(0.02 * (last - low), 0.3) : 0.02 * Math.max(last - low, 1e-9);
    return new ScaledAxis(
        name,
        data.axis() == LossHistory.Axis.SECOND ? LinearScale.ANY : LinearScale.WHOLE,
        new Range(low - room, last + room),
        tick ->
            tick < low || tick > last
                ? ""
                : tick == Math.rint(tick) ? Numbers.count((long) tick) : Numbers.tick(tick));
  }

  private XYPlot panel(Measure measure, String remark) {
    XYSeriesCollection means = new XYSeriesCollection();
    XYSeriesCollection losses = new XYSeriesCollection();
    XYLineAndShapeRenderer crosses = new XYLineAndShapeRenderer(false, true);
    List<Line> lines = new ArrayList<>();
    for (int c = 0; c < data.curves().size(); c++) {
      LevelCurves.Curve curve = data.curves().get(c);
      XYSeries mean = new XYSeries(c, false, true);
      XYSeries loss = new XYSeries(c, false, true);
      for (int i = 0; i < curve.at().size(); i++) {
        double value = curve.mean().get(i);
        mean.add(curve.at().get(i).doubleValue(), Double.isFinite(value) ? value : Double.NaN);
        int next = i + 1 < curve.n().size() ? curve.n().get(i + 1) : curve.n().get(i);
        if (Double.isFinite(value) && next < curve.n().get(i)) {
          loss.add(curve.at().get(i).doubleValue(), value);
        }
      }
      means.addSeries(mean);
      losses.addSeries(loss);
      lines.add(
          new Line(curve.level(), looks.get(c).colour(), looks.get(c).marker(), curve.mean()));
      crosses.setSeriesShape(c, Cross.STROKE.createStrokedShape(Cross.shape()));
      crosses.setSeriesPaint(c, Style.INK);
    }
    ScaledAxis values =
        new ScaledAxis(measure.name() + remark, measure.scale(), measure.range(), measure::tick);
    XYPlot plot = new XYPlot(means, null, values, new BandRenderer(data.curves(), looks));
    plot.setDataset(1, means);
    plot.setRenderer(1, new LineRenderer(lines));
    plot.setDataset(2, losses);
    plot.setRenderer(2, crosses);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    Looks.calm(plot);
    plot.setDomainGridlinesVisible(false);
    return plot;
  }
}
