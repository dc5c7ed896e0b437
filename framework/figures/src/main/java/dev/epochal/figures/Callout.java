package dev.epochal.figures;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A sentence on a coloured band, which no reader overlooks. */
record Callout(String text, Font font, Color ink, Color paper, Color edge) implements Block {
  private static final double EDGE = 5;
  private static final double SIDE = 16;
  private static final double PADDING = 10;
  private static final int MOST_LINES = 6;

  /** What makes the figure's subject other than asked for: white on red. */
  static Callout notice(String text) {
    return new Callout(text, Style.LOUD, Color.WHITE, Style.NOTICE_PAPER, Style.NOTICE_PAPER);
  }

  /** What a reader must know of the data. */
  static Callout remark(String text) {
    return new Callout(text, Style.TEXT, Style.INK, Style.REMARK_PAPER, Style.REMARK_EDGE);
  }

  @Override
  public double height(double width) {
    return 2 * PADDING + lines(width).size() * Text.lineHeight(font);
  }

  @Override
  public void paint(Graphics2D g, double width) {
    g.setColor(paper);
    g.fill(new Rectangle2D.Double(0, 0, width, height(width)));
    g.setColor(edge);
    g.fill(new Rectangle2D.Double(0, 0, EDGE, height(width)));
    g.setColor(ink);
    g.setFont(font);
    double y = PADDING + Text.ascent(font);
    for (String line : lines(width)) {
      g.drawString(line, (float) SIDE, (float) y);
      y += Text.lineHeight(font);
    }
  }

  private List<String> lines(double width) {
    return Text.wrapped(text, font, width - 2 * SIDE, MOST_LINES);
  }
}
