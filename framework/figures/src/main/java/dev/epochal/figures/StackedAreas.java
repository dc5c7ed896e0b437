package dev.epochal.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Parts of a whole upon each other, a column per step. */
record StackedAreas(List<Integer> steps, List<Part> parts, String xName, String yName)
    implements Painter {
  private static final double LEFT = 66;
  private static final double BELOW = 42;
  private static final double ABOVE = 8;
  private static final int TICKS = 6;

  /** One part with its size at each step. */
  record Part(List<Double> sizes, Color colour) {}

  @Override
  public void paint(Graphics2D g, double width, double height) {
    double plot = width - LEFT - 12;
    double tall = height - BELOW - ABOVE;
    double most = Math.max(1e-9, 1.05 * highest());
    Graphics2D own = (Graphics2D) g.create();
    own.translate(LEFT, ABOVE);
    own.setFont(Style.TICK);
    own.setStroke(Style.HAIRLINE);
    for (double tick : LinearScale.ANY.ticks(0, most, TICKS)) {
      double y = tall * (1 - tick / most);
      String text = Numbers.tick(tick);
      own.setColor(Style.GRID);
      own.draw(new Line2D.Double(0, y, plot, y));
      own.setColor(Style.MUTED);
      own.drawString(text, (float) (-8 - Text.width(text, Style.TICK)), (float) (y + 4));
    }
    columns(own, plot, tall, most);
    names(own, plot, tall);
    own.dispose();
  }

  private void columns(Graphics2D g, double width, double height, double most) {
    double column = width / Math.max(1, steps.size());
    double gap = column > 6 ? 0.15 * column : 0;
    double shown = Math.min(column - gap, 60);
    for (int i = 0; i < steps.size(); i++) {
      double y = height;
      for (Part part : parts) {
        double up = part.sizes().get(i) / most * height;
        g.setColor(part.colour());
        g.fill(new Rectangle2D.Double(i * column + (column - shown) / 2, y - up, shown, up));
        y -= up;
      }
    }
  }

  private void names(Graphics2D g, double width, double height) {
    double column = width / Math.max(1, steps.size());
    String last = steps.isEmpty() ? "" : Numbers.count(steps.get(steps.size() - 1));
    int every = (int) Math.max(1, Math.ceil((14 + Text.width(last, Style.TICK)) / column));
    g.setFont(Style.TICK);
    g.setColor(Style.MUTED);
    for (int i = 0; i < steps.size(); i += every) {
      String text = Numbers.count(steps.get(i));
      double x = (i + 0.5) * column - Text.width(text, Style.TICK) / 2;
      g.drawString(text, (float) x, (float) (height + 16));
    }
    g.setFont(Style.TEXT);
    g.setColor(Style.INK);
    g.drawString(
        xName, (float) ((width - Text.width(xName, Style.TEXT)) / 2), (float) (height + BELOW - 6));
    Graphics2D upright = (Graphics2D) g.create();
    upright.rotate(-Math.PI / 2);
    double along = -(height + Text.width(yName, Style.TEXT)) / 2;
    upright.drawString(yName, (float) along, (float) (-LEFT + Text.ascent(Style.TEXT)));
    upright.dispose();
  }

  private double highest() {
    double highest = 0;
    for (int i = 0; i < steps.size(); i++) {
      double sum = 0;
      for (Part part : parts) {
        sum += part.sizes().get(i);
      }
      highest = Math.max(highest, sum);
    }
    return highest;
  }
}
