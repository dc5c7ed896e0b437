package dev.epochal.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** What number each colour stands for. */
record SignedColourBar(String label, SignedColours colours) implements Block {
  private static final double BAR_WIDTH = 320;
  private static final double BAR_HEIGHT = 14;
  private static final double HEIGHT = 36;
  private static final double GAP = 28;
  private static final int STEPS = 160;

  @Override
  public double height(double width) {
    return HEIGHT;
  }

  @Override
  public void paint(Graphics2D g, double width) {
    g.setFont(Style.TEXT);
    g.setColor(Style.INK);
    g.drawString(label, 0f, 12f);
    double left = Text.width(label, Style.TEXT) + GAP;
    double step = BAR_WIDTH / STEPS;
    double most = colours.most();
    for (int i = 0; i < STEPS; i++) {
      g.setColor(colours.of(most * (2 * (i + 0.5) / STEPS - 1)));
      g.fill(new Rectangle2D.Double(left + i * step, 0, step + 0.5, BAR_HEIGHT));
    }
    g.setColor(Style.FAINT);
    g.setStroke(Style.HAIRLINE);
    g.draw(new Rectangle2D.Double(left, 0, BAR_WIDTH, BAR_HEIGHT));
    g.setFont(Style.SMALL);
    g.setColor(Style.MUTED);
    for (int side = -1; side <= 1; side++) {
      String tick = Numbers.short3(side * most);
      double x = left + BAR_WIDTH * (side + 1) / 2 - Text.width(tick, Style.SMALL) / 2;
      g.drawString(tick, (float) x, 30f);
    }
  }
}
