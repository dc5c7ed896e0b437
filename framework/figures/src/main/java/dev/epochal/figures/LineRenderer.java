package dev.epochal.figures;

import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Lines with gaps, and markers as dense as can be told apart. */
final class LineRenderer extends XYLineAndShapeRenderer {
  private static final long serialVersionUID = 1L;
  private static final int MOST_MARKERS = 30;

  private final transient List<Line> lines;

  LineRenderer(List<Line> lines) {
    super(true, true);
    this.lines = List.copyOf(lines);
    for (int i = 0; i < lines.size(); i++) {
      setSeriesPaint(i, lines.get(i).colour());
      setSeriesStroke(i, Style.LINE);
      setSeriesShape(i, lines.get(i).marker());
    }
  }

  @Override
  public boolean getItemShapeVisible(int series, int item) {
    List<Double> values = lines.get(series).values();
    int every = (values.size() + MOST_MARKERS - 1) / MOST_MARKERS;
    return item % every == 0 || standsAlone(values, item);
  }

  /** Whether no line reaches the item: without a marker it would not be seen. */
  private static boolean standsAlone(List<Double> values, int item) {
    boolean before = item > 0 && Double.isFinite(values.get(item - 1));
    boolean after = item + 1 < values.size() && Double.isFinite(values.get(item + 1));
    return !before && !after;
  }
}
