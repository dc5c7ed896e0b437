package dev.epochal.figures;

import java.awt.Graphics2D;
import java.util.List;

/** What each colour and line means, in a row above the panels, where it hides no data. */
record Legend(List<Entry> entries) implements Block {
  private static final double LINE = 24;
  private static final double SWATCH = 30;
  private static final double AFTER_SWATCH = 8;
  private static final double AFTER_ENTRY = 28;

  record Entry(String label, Mark mark) {}

  Legend {
    entries = List.copyOf(entries);
  }

  @Override
  public double height(double width) {
    return flow(width, (entry, x, y) -> {});
  }

  @Override
  public void paint(Graphics2D g, double width) {
    g.setFont(Style.TEXT);
    flow(
        width,
        (entry, x, y) -> {
          Graphics2D own = (Graphics2D) g.create();
          own.translate(x, y);
          entry.mark().paint(own, SWATCH, LINE);
          own.dispose();
          g.setColor(Style.INK);
          g.drawString(
              entry.label(),
              (float) (x + SWATCH + AFTER_SWATCH),
              (float) (y + LINE / 2 + 0.36 * Style.TEXT.getSize()));
        });
  }

  private interface Placed {
    void at(Entry entry, double x, double y);
  }

  /** Places the entries line by line; gives the height that they need. */
  private double flow(double width, Placed placed) {
    double x = 0;
    double y = 0;
    for (Entry entry : entries) {
      double own = SWATCH + AFTER_SWATCH + Text.width(entry.label(), Style.TEXT);
      if (x > 0 && x + own > width) {
        x = 0;
        y += LINE;
      }
      placed.at(entry, x, y);
      x += own + AFTER_ENTRY;
    }
    return y + LINE;
  }
}
