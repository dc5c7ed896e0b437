package dev.epochal.figures;

import java.awt.Graphics2D;

/**
 * The title of a part of a figure.
 *
 * @param remark beside it; empty for none
 */
record Heading(String title, String remark) implements Block {
  private static final double GAP = 12;

  @Override
  public double height(double width) {
    return Text.lineHeight(Style.HEADING);
  }

  @Override
  public void paint(Graphics2D g, double width) {
    float y = (float) Text.ascent(Style.HEADING);
    String shown = Text.ellipsized(title, Style.HEADING, width);
    g.setFont(Style.HEADING);
    g.setColor(Style.INK);
    g.drawString(shown, 0f, y);
    double x = Text.width(shown, Style.HEADING) + GAP;
    if (!remark.isEmpty() && x < width) {
      g.setFont(Style.TEXT);
      g.setColor(Style.MUTED);
      g.drawString(Text.ellipsized(remark, Style.TEXT, width - x), (float) x, y);
    }
  }
}
