package dev.epochal.figures;

import java.awt.Graphics2D;
import java.util.List;

/** Small text under the panels: how to read them. */
record Caption(String text) implements Block {
  private static final double LINE = 17;
  private static final int MOST_LINES = 8;

  @Override
  public double height(double width) {
    return LINE * lines(width).size();
  }

  @Override
  public void paint(Graphics2D g, double width) {
    g.setFont(Style.SMALL);
    g.setColor(Style.MUTED);
    double y = Text.ascent(Style.SMALL);
    for (String line : lines(width)) {
      g.drawString(line, 0f, (float) y);
      y += LINE;
    }
  }

  private List<String> lines(double width) {
    return Text.wrapped(text, Style.SMALL, width, MOST_LINES);
  }
}
