package dev.epochal.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * What number each colour stands for.
 *
 * @param colours by the position on the bar, from 0 to 1
 * @param ticks at equal distances, the first and the last at the bar's ends
 * @param length of the bar, in points
 * @param gap between the label and the bar, with room for half of the first tick
 */
record ColourBar(
    String label, DoubleFunction<Color> colours, List<String> ticks, double length, double gap)
    implements Block {
  private static final double BAR_HEIGHT = 14;
  private static final double HEIGHT = 36;
  private static final double STEP = 2;

  ColourBar {
    ticks = List.copyOf(ticks);
  }

  /** Of shares from 0 to 1. */
  static ColourBar ofShares(String label) {
    List<String> ticks = IntStream.rangeClosed(0, 4).mapToObj(i -> 25 * i + " %").toList();
    return new ColourBar(label, ShareColours::of, ticks, 260, 14);
  }

  /** Of numbers of both signs. */
  static ColourBar ofSigned(String label, SignedColours colours) {
    double most = colours.most();
    List<String> ticks =
        IntStream.rangeClosed(-1, 1).mapToObj(side -> Numbers.short3(side * most)).toList();
    return new ColourBar(label, at -> colours.of(most * (2 * at - 1)), ticks, 320, 28);
  }

  @Override
  public double height(double width) {
    return HEIGHT;
  }

  @Override
  public void paint(Graphics2D g, double width) {
    g.setFont(Style.TEXT);
    g.setColor(Style.INK);
    g.drawString(label, 0f, 12f);
    double left = Text.width(label, Style.TEXT) + gap;
    for (double at = 0; at < length; at += STEP) {
      g.setColor(colours.apply((at + STEP / 2) / length));
      g.fill(new Rectangle2D.Double(left + at, 0, STEP + 0.5, BAR_HEIGHT));
    }
    g.setColor(Style.FAINT);
    g.setStroke(Style.HAIRLINE);
    g.draw(new Rectangle2D.Double(left, 0, length, BAR_HEIGHT));
    g.setFont(Style.SMALL);
    g.setColor(Style.MUTED);
    for (int i = 0; i < ticks.size(); i++) {
      double x = left + length * i / (ticks.size() - 1);
      g.drawString(ticks.get(i), (float) (x - Text.width(ticks.get(i), Style.SMALL) / 2), 30f);
    }
  }
}
