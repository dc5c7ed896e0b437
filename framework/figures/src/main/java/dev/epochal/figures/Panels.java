package dev.epochal.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;

/**
 * Charts of one size, in rows.
 *
 * @param columns charts beside each other; 1 stacks them
 * @param panelHeight height of each chart, in points
 */
record Panels(List<JFreeChart> charts, int columns, double panelHeight) implements Block {
  static final double COLUMN_GAP = 28;
  private static final double ROW_GAP = 32;

  Panels {
    charts = List.copyOf(charts);
  }

  /** The width of a panel where so many share a row. */
  static double panelWidth(double width, int columns) {
    return (width - COLUMN_GAP * (columns - 1)) / columns;
  }

  @Override
  public double height(double width) {
    int rows = (charts.size() + columns - 1) / columns;
    return Math.max(0, rows * (panelHeight + ROW_GAP) - ROW_GAP);
  }

  @Override
  public void paint(Graphics2D g, double width) {
    double own = panelWidth(width, columns);
    for (int i = 0; i < charts.size(); i++) {
      double x = i % columns * (own + COLUMN_GAP);
      double y = Math.floorDiv(i, columns) * (panelHeight + ROW_GAP);
      charts.get(i).draw(g, new Rectangle2D.Double(x, y, own, panelHeight));
    }
  }
}
