package dev.epochal.figures;

import dev.epochal.core.figure.TimeQuality;
import dev.epochal.core.stats.Goal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Seconds of training against the response, with the runs that no other beats in both. */
final class TimeQualityRenderer implements FigureRenderer<TimeQuality> {
  private static final int WIDTH = 1280;
  private static final double HEIGHT = 560;
  private static final double WIDEST_LABEL = 260;
  private static final int MOST_ENTRIES = 24;

  @Override
  public Sheet sheet(TimeQuality data) {
    List<SeriesLook> looks = SeriesLook.of(data.levels().size());
    long lost = data.points().stream().filter(p -> !Double.isFinite(p.response())).count();
    List<Legend.Entry> entries = new ArrayList<>();
    int every = Math.max(1, (data.levels().size() + MOST_ENTRIES - 1) / MOST_ENTRIES);
    for (int i = 0; i < data.levels().size(); i += every) {
      entries.add(
          new Legend.Entry(
              Text.ellipsized(data.levels().get(i), Style.TEXT, WIDEST_LABEL), looks.get(i).dot()));
    }
    entries.add(new Legend.Entry("Pareto front", Mark.line(Style.INK, Style.HAIRLINE)));
    if (lost > 0) {
      entries.add(
          new Legend.Entry(
              "no value (" + Numbers.count(lost) + ")", Cross.mark(Style.NOTICE_PAPER)));
    }
    return Sheet.of(
        WIDTH,
        "What the training cost, and the " + data.response() + " it brought",
        data.subject(),
        List.of(
            Numbers.count(data.points().size()) + " runs",
            "coloured by " + data.factor(),
            Measure.better(data.goal())),
        remarks(data),
        List.of(new Legend(entries), new Panels(List.of(chart(data, looks)), 1, HEIGHT)),
        "Each dot is a run; seconds are wall-clock, of training. The line joins the Pareto front:"
            + " the runs that no other beats in both. Left and "
            + (data.goal() == Goal.MAX ? "up" : "down")
            + " is better.");
  }

  private static List<String> remarks(TimeQuality data) {
    if (data.points().isEmpty()) {
      return List.of("No run has a time.");
    }
    return data.atOnce() > 1
        ? List.of(
            "%d runs trained at once and shared the machine: alone, each would have been faster."
                .formatted(data.atOnce()))
        : List.of();
  }

  private static JFreeChart chart(TimeQuality data, List<SeriesLook> looks) {
    List<Double> seconds = data.points().stream().map(TimeQuality.Point::seconds).toList();
    List<Double> responses = data.points().stream().map(TimeQuality.Point::response).toList();
    Measure measure = Measure.of(data.response(), responses);
    boolean lost = responses.stream().anyMatch(response -> !Double.isFinite(response));
    double edge = lost ? edge(measure, data.goal(), 0.06) : Double.NaN;
    Scale time = Scales.fitting(seconds);
    Range times = Scales.around(seconds, time);
    double from =
        time instanceof LogScale ? times.getLowerBound() : Math.max(0, times.getLowerBound());
    XYPlot plot =
        new XYPlot(
            front(data),
            new ScaledAxis(
                "Seconds of training" + (time.suffix().isEmpty() ? "" : ", " + time.suffix()),
                time,
                new Range(from, times.getUpperBound()),
                Numbers::tick),
            new ScaledAxis(
                measure.name(),
                measure.scale(),
                lost ? withEdge(measure, data.goal()) : measure.range(),
                value -> measure.range().contains(value) ? measure.tick(value) : ""),
            frontLine());
    plot.setDataset(1, dots(data, edge));
    plot.setRenderer(1, markers(looks));
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    Looks.calm(plot);
    if (lost) {
      boolean below = data.goal() == Goal.MAX;
      double line = edge(measure, data.goal(), 0.01);
      Range all = withEdge(measure, data.goal());
      IntervalMarker shade =
          new IntervalMarker(
              below ? all.getLowerBound() : line, below ? line : all.getUpperBound(), Style.ABSENT);
      shade.setAlpha(1f);
      plot.addRangeMarker(shade, Layer.BACKGROUND);
    }
    JFreeChart chart = Looks.bare(plot);
    chart.setPadding(new RectangleInsets(8, 0, 0, 20));
    return chart;
  }

  /** A value beyond the worse end, by a share of the axis. */
  private static double edge(Measure measure, Goal goal, double share) {
    double low = measure.scale().at(measure.range().getLowerBound());
    double high = measure.scale().at(measure.range().getUpperBound());
    double beyond = share * (high - low);
    return measure.scale().valueAt(goal == Goal.MAX ? low - beyond : high + beyond);
  }

  private static Range withEdge(Measure measure, Goal goal) {
    double beyond = edge(measure, goal, 0.11);
    return goal == Goal.MAX
        ? new Range(beyond, measure.range().getUpperBound())
        : new Range(measure.range().getLowerBound(), beyond);
  }

  private static XYSeriesCollection front(TimeQuality data) {
    XYSeries line = new XYSeries("front", false, true);
    double before = Double.NaN;
    for (TimeQuality.Point point :
        data.points().stream()
            .filter(TimeQuality.Point::front)
            .sorted(Comparator.comparingDouble(TimeQuality.Point::seconds))
            .toList()) {
      if (!Double.isNaN(before)) {
        line.add(point.seconds(), before);
      }
      line.add(point.seconds(), point.response());
      before = point.response();
    }
    return new XYSeriesCollection(line);
  }

  private static XYLineAndShapeRenderer frontLine() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setSeriesPaint(0, Style.INK);
    renderer.setSeriesStroke(0, Style.HAIRLINE);
    return renderer;
  }

  /** A series for each level, and a last one of the runs that have no response. */
  private static XYSeriesCollection dots(TimeQuality data, double edge) {
    XYSeriesCollection all = new XYSeriesCollection();
    XYSeries lost = new XYSeries(data.levels().size(), false, true);
    for (int i = 0; i < data.levels().size(); i++) {
      XYSeries series = new XYSeries(i, false, true);
      for (TimeQuality.Point point : data.points()) {
        if (point.level().equals(data.levels().get(i))) {
          if (Double.isFinite(point.response())) {
            series.add(point.seconds(), point.response());
          } else {
            lost.add(point.seconds(), edge);
          }
        }
      }
      all.addSeries(series);
    }
    all.addSeries(lost);
    return all;
  }

  private static XYLineAndShapeRenderer markers(List<SeriesLook> looks) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    for (int i = 0; i < looks.size(); i++) {
      renderer.setSeriesPaint(i, SeriesLook.pale(looks.get(i).colour(), 210));
      renderer.setSeriesShape(i, looks.get(i).marker());
    }
    renderer.setSeriesPaint(looks.size(), Style.NOTICE_PAPER);
    renderer.setSeriesShape(looks.size(), Cross.STROKE.createStrokedShape(Cross.shape()));
    return renderer;
  }
}
