package dev.epochal.figures;

import dev.epochal.core.figure.Calibration;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** One split's reliability diagram: accuracy over confidence, and under it how many images. */
record ReliabilityPainter(Calibration.Panel panel) implements Painter {
  private static final double LEFT = 62;
  private static final double RIGHT = 14;
  private static final double BETWEEN = 20;
  private static final double COUNTS = 90;
  private static final double BELOW = 42;
  private static final double MARGIN = 8;

  @Override
  public void paint(Graphics2D g, double width, double height) {
    double plot = width - LEFT - RIGHT;
    double square = height - COUNTS - BETWEEN - BELOW - MARGIN;
    Graphics2D upper = (Graphics2D) g.create();
    upper.translate(LEFT, MARGIN);
    accuracies(upper, plot, square);
    upper.dispose();
    Graphics2D lower = (Graphics2D) g.create();
    lower.translate(LEFT, MARGIN + square + BETWEEN);
    counts(lower, plot);
    lower.dispose();
  }

  private void accuracies(Graphics2D g, double width, double height) {
    for (int tick = 0; tick <= 5; tick++) {
      double y = height * (1 - tick / 5.0);
      grid(g, y, width, Numbers.tick(Math.rint(tick * 2) / 10));
    }
    upright(g, "Accuracy", height);
    g.setColor(Style.MUTED);
    g.setStroke(Style.DASHED);
    g.draw(new Line2D.Double(0, height, width, 0));
    Color colour = SplitLook.colour(panel.split());
    g.setColor(colour);
    for (Calibration.Bin bin : panel.bins()) {
      if (bin.n() > 0) {
        double x = bin.confidence() * width;
        g.setStroke(Style.LINE);
        g.draw(new Line2D.Double(x, height * (1 - bin.low()), x, height * (1 - bin.high())));
        g.fill(
            AffineTransform.getTranslateInstance(x, height * (1 - bin.accuracy()))
                .createTransformedShape(SplitLook.marker(panel.split())));
      }
    }
  }

  private void counts(Graphics2D g, double width) {
    int most = panel.bins().stream().mapToInt(Calibration.Bin::n).max().orElse(0);
    double top = Math.log1p(Math.max(1, most));
    for (int count = 1; count <= Math.max(1, most); count *= 10) {
      grid(g, COUNTS * (1 - Math.log1p(count) / top), width, Numbers.count(count));
    }
    g.setColor(Style.REST);
    for (Calibration.Bin bin : panel.bins()) {
      double up = COUNTS * Math.log1p(bin.n()) / top;
      g.fill(
          new Rectangle2D.Double(
              bin.from() * width + 1, COUNTS - up, (bin.to() - bin.from()) * width - 2, up));
    }
    grid(g, COUNTS, width, "");
    upright(g, "Images", COUNTS);
    g.setFont(Style.TICK);
    g.setColor(Style.MUTED);
    for (int tick = 0; tick <= 5; tick++) {
      String text = Numbers.tick(Math.rint(tick * 2) / 10);
      double x = tick / 5.0 * width - Text.width(text, Style.TICK) / 2;
      g.drawString(text, (float) x, (float) (COUNTS + 16));
    }
    String name = "Confidence (probability of the predicted class)";
    g.setFont(Style.TEXT);
    g.setColor(Style.INK);
    double x = (width - Text.width(name, Style.TEXT)) / 2;
    g.drawString(name, (float) x, (float) (COUNTS + BELOW - 6));
  }

  private static void grid(Graphics2D g, double y, double width, String label) {
    g.setStroke(Style.HAIRLINE);
    g.setColor(Style.GRID);
    g.draw(new Line2D.Double(0, y, width, y));
    g.setFont(Style.TICK);
    g.setColor(Style.MUTED);
    g.drawString(label, (float) (-8 - Text.width(label, Style.TICK)), (float) (y + 4));
  }

  private static void upright(Graphics2D g, String name, double height) {
    Graphics2D own = (Graphics2D) g.create();
    own.rotate(-Math.PI / 2);
    own.setFont(Style.TEXT);
    own.setColor(Style.INK);
    double along = -(height + Text.width(name, Style.TEXT)) / 2;
    own.drawString(name, (float) along, (float) (-LEFT + Text.ascent(Style.TEXT)));
    own.dispose();
  }
}
