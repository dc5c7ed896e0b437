package dev.epochal.figures;

import dev.epochal.core.figure.Plane;
import java.awt.Graphics2D;
import java.util.List;

/** Filters as rows and the channels that they read as columns, each cell one kernel. */
record FilterMatrix(List<List<Plane>> weights, SignedColours colours) implements Block {
  private static final double LEFT = 56;
  private static final double ABOVE = 40;
  private static final double LARGEST = 28;
  private static final double GAP = 7;
  private static final int EVERY = 8;

  @Override
  public double height(double width) {
    return ABOVE + weights.size() * pitch(width);
  }

  @Override
  public void paint(Graphics2D g, double width) {
    double pitch = pitch(width);
    g.setFont(Style.TEXT);
    g.setColor(Style.INK);
    g.drawString("Channel of the input", (float) LEFT, 13f);
    Graphics2D upright = (Graphics2D) g.create();
    upright.rotate(-Math.PI / 2);
    upright.drawString("Filter", (float) (-ABOVE - Text.width("Filter", Style.TEXT)), 13f);
    upright.dispose();
    for (int f = 0; f < weights.size(); f++) {
      if (f % EVERY == 0) {
        label(g, f, LEFT - 8 - Text.width(String.valueOf(f), Style.SMALL), ABOVE + f * pitch + 10);
      }
      for (int c = 0; c < weights.get(f).size(); c++) {
        if (f == 0 && c % EVERY == 0) {
          label(g, c, LEFT + c * pitch, ABOVE - 6);
        }
        Graphics2D own = (Graphics2D) g.create();
        own.translate(LEFT + c * pitch, ABOVE + f * pitch);
        double gap = Math.min(GAP, 0.3 * pitch);
        new PlanePainter(weights.get(f).get(c), colours).paint(own, pitch - gap, pitch - gap);
        own.dispose();
      }
    }
  }

  private static void label(Graphics2D g, int number, double x, double y) {
    g.setFont(Style.SMALL);
    g.setColor(Style.MUTED);
    g.drawString(String.valueOf(number), (float) x, (float) y);
  }

  private double pitch(double width) {
    int columns = weights.isEmpty() ? 1 : Math.max(1, weights.get(0).size());
    return Math.min(LARGEST, (width - LEFT) / columns);
  }
}
