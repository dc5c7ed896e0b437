package dev.epochal.figures;

import dev.epochal.core.figure.ClassProbabilities;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * One split's histograms under each other, a row per class: the images of other classes as a grey
 * area, those of the class itself as bars before it. Heights are in log(1 + n).
 *
 * @param labels of the classes, cut to {@link #LABEL}
 * @param most the count that a row's height stands for, the same in every row and split
 */
record ProbabilityRows(ClassProbabilities.Panel panel, List<String> labels, double row, int most)
    implements Painter {
  static final double LABEL = 80;
  static final double BELOW = 42;

  @Override
  public void paint(Graphics2D g, double width, double height) {
    double left = LABEL + 8;
    double plot = width - left - 12;
    double bottom = labels.size() * row;
    g.setStroke(Style.HAIRLINE);
    g.setFont(Style.TICK);
    for (int tick = 0; tick <= 4; tick++) {
      double x = left + tick / 4.0 * plot;
      g.setColor(Style.GRID);
      g.draw(new Line2D.Double(x, 0, x, bottom));
      String text = Numbers.tick(tick / 4.0);
      g.setColor(Style.MUTED);
      g.drawString(text, (float) (x - Text.width(text, Style.TICK) / 2), (float) (bottom + 16));
    }
    String name = "Probability of the class";
    g.setFont(Style.TEXT);
    g.setColor(Style.INK);
    g.drawString(
        name,
        (float) (left + (plot - Text.width(name, Style.TEXT)) / 2),
        (float) (bottom + BELOW - 6));
    for (int c = 0; c < labels.size(); c++) {
      Graphics2D own = (Graphics2D) g.create();
      own.translate(left, c * row);
      area(own, panel.others().get(c), plot);
      bars(own, panel.own().get(c), plot);
      own.setColor(Style.FAINT);
      own.draw(new Line2D.Double(0, row, plot, row));
      if (row >= Text.ascent(Style.SMALL) || c % 4 == 0) {
        String label = labels.get(c);
        own.setFont(Style.TICK);
        own.setColor(Style.MUTED);
        own.drawString(label, (float) (-8 - Text.width(label, Style.TICK)), (float) (row / 2 + 4));
      }
      own.dispose();
    }
  }

  private void area(Graphics2D g, List<Integer> counts, double width) {
    double step = width / counts.size();
    Path2D path = new Path2D.Double();
    path.moveTo(0, row);
    for (int b = 0; b < counts.size(); b++) {
      path.lineTo(b * step, row - up(counts.get(b)));
      path.lineTo((b + 1) * step, row - up(counts.get(b)));
    }
    path.lineTo(width, row);
    path.closePath();
    g.setColor(Style.REST);
    g.fill(path);
  }

  private void bars(Graphics2D g, List<Integer> counts, double width) {
    double step = width / counts.size();
    g.setColor(Style.BLUE);
    for (int b = 0; b < counts.size(); b++) {
      double up = up(counts.get(b));
      g.fill(new Rectangle2D.Double((b + 0.2) * step, row - up, 0.6 * step, up));
    }
  }

  private double up(int count) {
    return 0.94 * row * Math.log1p(count) / Math.log1p(Math.max(1, most));
  }
}
