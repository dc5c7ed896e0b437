package dev.epochal.figures;

import dev.epochal.core.figure.LossHistory;
import dev.epochal.core.problem.EpochalException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The losses of several runs over each other: a figure of no single run, so drawn when it is asked
 * for and not recorded.
 *
 * @param runs at most {@link #MOST}
 */
public record RunCurves(List<Run> runs) {
  /** More could not be told apart. */
  public static final int MOST = SeriesLook.MOST;

  private static final int WIDTH = 1280;
  private static final double HEIGHT = 720;
  private static final double WIDEST_LABEL = 360;

  private static final List<SeriesLook> LOOKS = SeriesLook.of(SeriesLook.MOST);

  /**
   * One of the runs.
   *
   * @param history may be empty
   */
  public record Run(String name, String id, LossHistory history) {
    /** Name and the start of the id: names need not differ. */
    public String label() {
      return name + " (" + id.substring(0, Math.min(6, id.length())) + ")";
    }
  }

  public RunCurves {
    runs = List.copyOf(runs);
    if (runs.size() > MOST) {
      throw new IllegalArgumentException("at most " + MOST + " runs but was " + runs.size());
    }
  }

  /**
   * Draws it into a PNG.
   *
   * @throws EpochalException if this machine has no fonts
   */
  public byte[] png() {
    Fonts.require();
    return PngFile.bytes(sheet().paint());
  }

  Sheet sheet() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new TitleBlock(
            "Loss of " + runs.size() + " runs",
            List.of("above: validation, dropout off", "below: train, in the training passes")));
    String fallback =
        runs.stream()
            .filter(run -> run.history().subject().notice() != null)
            .map(Run::label)
            .collect(Collectors.joining(", "));
    if (!fallback.isEmpty()) {
      blocks.add(Callout.notice("Not on the data that were asked for: " + fallback));
    }
    blocks.add(legend());
    blocks.add(new Panels(List.of(chart()), 1, HEIGHT));
    return new Sheet(WIDTH, blocks);
  }

  private Legend legend() {
    List<Legend.Entry> entries = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      entries.add(
          new Legend.Entry(
              Text.ellipsized(runs.get(i).label(), Style.TEXT, WIDEST_LABEL), LOOKS.get(i).line()));
    }
    return new Legend(entries);
  }

  private JFreeChart chart() {
    int first = 1;
    int last = 1;
    for (Run run : runs) {
      for (int epoch : run.history().epochs()) {
        last = Math.max(last, epoch);
      }
    }
    double room = Math.max(0.5, 0.01 * (last - first));
    int end = last;
    CombinedDomainXYPlot all =
        new CombinedDomainXYPlot(
            new ScaledAxis(
                "Epoch (passes over the train split)",
                LinearScale.WHOLE,
                new Range(first - room, last + room),
                epoch -> epoch < first || epoch > end ? "" : Numbers.count((long) epoch)));
    Looks.calm(all);
    all.setGap(22);
    all.add(panel("Validation loss", LossHistory::validationLoss));
    all.add(panel("Train loss", LossHistory::trainLoss));
    JFreeChart chart = Looks.bare(all);
    chart.setPadding(new RectangleInsets(8, 0, 0, 20));
    return chart;
  }

  private XYPlot panel(String name, Function<LossHistory, List<Double>> losses) {
    XYSeriesCollection data = new XYSeriesCollection();
    List<Line> lines = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      LossHistory history = runs.get(i).history();
      List<Double> line = losses.apply(history);
      XYSeries series = new XYSeries(i, false, true);
      for (int k = 0; k < line.size(); k++) {
        double value = line.get(k);
        series.add(
            history.epochs().get(k).doubleValue(), Double.isFinite(value) ? value : Double.NaN);
      }
      data.addSeries(series);
      values.addAll(line);
      lines.add(new Line(runs.get(i).label(), LOOKS.get(i).colour(), LOOKS.get(i).marker(), line));
    }
    Scale scale = Scales.fitting(values);
    String label = name + " (mean per image)";
    ScaledAxis axis =
        new ScaledAxis(
            scale.suffix().isEmpty() ? label : label + ", " + scale.suffix(),
            scale,
            Scales.around(values, scale),
            Numbers::tick);
    XYPlot plot = new XYPlot(data, null, axis, new LineRenderer(lines));
    Looks.calm(plot);
    plot.setDomainGridlinesVisible(false);
    return plot;
  }
}
