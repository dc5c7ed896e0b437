package dev.epochal.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** What share each colour stands for. */
record ColourBar(String label) implements Block {
  private static final double BAR_WIDTH = 260;
  private static final double BAR_HEIGHT = 14;
  private static final double HEIGHT = 36;
  private static final double GAP = 14;
  private static final int STEPS = 130;

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
    for (int i = 0; i < STEPS; i++) {
      g.setColor(ShareColours.of((i + 0.5) / STEPS));
      g.fill(new Rectangle2D.Double(left + i * step, 0, step + 0.5, BAR_HEIGHT));
    }
    g.setColor(Style.FAINT);
    g.setStroke(Style.HAIRLINE);
    g.draw(new Rectangle2D.Double(left, 0, BAR_WIDTH, BAR_HEIGHT));
    g.setFont(Style.SMALL);
    g.setColor(Style.MUTED);
    for (int percent = 0; percent <= 100; percent += 25) {
      String tick = percent + " %";
      double x = left + BAR_WIDTH * percent / 100 - Text.width(tick, Style.SMALL) / 2;
      g.drawString(tick, (float) x, 30f);
    }
  }
}
