package dev.epochal.figures;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/** A level axis below rows that are not a chart: its grid, the ticks' values and its name. */
record Ruler(Measure measure) {
  /** What it needs under the rows. */
  static final double BELOW = 48;

  private static final double PITCH = 85;

  /** Where a value stands on an axis of that width. */
  double at(double value, double width) {
    Scale scale = measure.scale();
    double low = scale.at(measure.range().getLowerBound());
    double high = scale.at(measure.range().getUpperBound());
    return (scale.at(value) - low) / (high - low) * width;
  }

  /** Paints from (0, 0): the grid over the rows, the rest below them. */
  void paint(Graphics2D g, double width, double height) {
    g.setStroke(Style.HAIRLINE);
    g.setFont(Style.TICK);
    for (double tick :
        measure
            .scale()
            .ticks(
                measure.range().getLowerBound(),
                measure.range().getUpperBound(),
                (int) (width / PITCH))) {
      double x = at(tick, width);
      g.setColor(Style.GRID);
      g.draw(new Line2D.Double(x, 0, x, height));
      String label = measure.tick(tick);
      g.setColor(Style.MUTED);
      g.drawString(label, (float) (x - Text.width(label, Style.TICK) / 2), (float) (height + 18));
    }
    String name = measure.name();
    g.setFont(Style.TEXT);
    g.setColor(Style.INK);
    g.drawString(name, (float) ((width - Text.width(name, Style.TEXT)) / 2), (float) (height + 40));
  }
}
