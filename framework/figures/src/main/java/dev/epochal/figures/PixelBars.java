package dev.epochal.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A histogram of one image's pixel values, with heights in log(1 + n), so that the few bright
 * pixels are seen beside the many dark ones.
 *
 * @param channels {@code [channels][bins]}; one is drawn as bars, several as outlines
 * @param most the count that the axis reaches, the same in every histogram of a figure
 */
record PixelBars(List<List<Integer>> channels, int most) implements Painter {
  private static final double BELOW = 34;
  private static final double LABELS_FROM = 90;
  private static final Color[] CHANNELS = {Style.VERMILLION, Style.GREEN, Style.BLUE};
  private static final int[] VALUES = {0, 128, 255};

  @Override
  public void paint(Graphics2D g, double width, double height) {
    double left = 6 + Text.width(Numbers.count(most), Style.SMALL) + (width < LABELS_FROM ? 0 : 16);
    double plotWidth = width - left - 6;
    double plotHeight = height - BELOW - 6;
    Graphics2D plot = (Graphics2D) g.create();
    plot.translate(left, 6);
    axes(plot, plotWidth, plotHeight);
    if (channels.size() == 1) {
      bars(plot, channels.get(0), plotWidth, plotHeight);
    } else {
      for (int c = 0; c < Math.min(CHANNELS.length, channels.size()); c++) {
        outline(plot, channels.get(c), CHANNELS[c], plotWidth, plotHeight);
      }
    }
    plot.dispose();
    if (width >= LABELS_FROM) {
      g.setFont(Style.SMALL);
      g.setColor(Style.INK);
      String name = "Pixel value";
      double x = left + (plotWidth - Text.width(name, Style.SMALL)) / 2;
      g.drawString(name, (float) x, (float) (height - 4));
      Graphics2D upright = (Graphics2D) g.create();
      upright.rotate(-Math.PI / 2);
      double y = -6 - (plotHeight + Text.width("Pixels", Style.SMALL)) / 2;
      upright.drawString("Pixels", (float) y, (float) Text.ascent(Style.SMALL));
      upright.dispose();
    }
  }

  private void axes(Graphics2D g, double width, double height) {
    g.setFont(Style.SMALL);
    g.setStroke(Style.HAIRLINE);
    double lastLabel = Double.POSITIVE_INFINITY;
    for (int count = 0; count <= most; count = count == 0 ? 1 : 10 * count) {
      double y = height - up(count) * height;
      g.setColor(Style.GRID);
      g.draw(new Line2D.Double(0, y, width, y));
      if (lastLabel - y >= Text.ascent(Style.SMALL)) {
        String text = Numbers.count(count);
        g.setColor(Style.MUTED);
        g.drawString(text, (float) (-4 - Text.width(text, Style.SMALL)), (float) (y + 4));
        lastLabel = y;
      }
    }
    for (int value : VALUES) {
      String text = String.valueOf(value);
      double half = Text.width(text, Style.SMALL) / 2;
      double x = value / 255.0 * width - half;
      boolean crowded = value == VALUES[1] && width < 5 * half * 2;
      if (!crowded) {
        g.setColor(Style.MUTED);
        g.drawString(text, (float) x, (float) (height + 13));
      }
    }
  }

  private void bars(Graphics2D g, List<Integer> counts, double width, double height) {
    double step = width / counts.size();
    double gap = step > 4 ? 1 : 0;
    g.setColor(Style.BLUE);
    for (int b = 0; b < counts.size(); b++) {
      double up = up(counts.get(b)) * height;
      g.fill(new Rectangle2D.Double(b * step, height - up, step - gap, up));
    }
  }

  private void outline(
      Graphics2D g, List<Integer> counts, Color colour, double width, double height) {
    double step = width / counts.size();
    Path2D path = new Path2D.Double();
    path.moveTo(0, height);
    for (int b = 0; b < counts.size(); b++) {
      double y = height - up(counts.get(b)) * height;
      path.lineTo(b * step, y);
      path.lineTo((b + 1) * step, y);
    }
    path.lineTo(width, height);
    g.setColor(colour);
    g.setStroke(new BasicStroke(1.5f));
    g.draw(path);
  }

  private double up(int count) {
    return Math.log1p(count) / Math.log1p(Math.max(1, most));
  }
}
