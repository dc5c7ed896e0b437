package dev.epochal.figures;

import dev.epochal.core.figure.FigureSubject;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * What the figure shows and of which run, in two lines or more.
 *
 * @param parts of the subtitle; each is drawn for itself, so that a name in a right-to-left script
 *     cannot turn its neighbours around
 */
record TitleBlock(String title, List<String> parts) implements Block {
  private static final double TITLE_HEIGHT = 36;
  private static final double LINE = 20;
  private static final double WIDEST_PART = 420;
  private static final String SEPARATOR = "   ·   ";

  static TitleBlock of(String title, FigureSubject subject, List<String> facts) {
    List<String> parts = new ArrayList<>();
    if (!subject.run().isEmpty()) {
      parts.add("run " + subject.run());
    }
    if (subject.sweep() != null) {
      parts.add("sweep " + subject.sweep());
    }
    if (!subject.id().isEmpty()) {
      parts.add("id " + subject.id());
    }
    parts.add("dataset " + subject.dataset());
    parts.addAll(facts);
    return new TitleBlock(
        title, parts.stream().map(p -> Text.ellipsized(p, Style.TEXT, WIDEST_PART)).toList());
  }

  @Override
  public double height(double width) {
    return TITLE_HEIGHT + LINE * lines(width).size();
  }

  @Override
  public void paint(Graphics2D g, double width) {
    g.setFont(Style.TITLE);
    g.setColor(Style.INK);
    g.drawString(Text.ellipsized(title, Style.TITLE, width), 0f, (float) Text.ascent(Style.TITLE));
    g.setFont(Style.TEXT);
    double y = TITLE_HEIGHT + Text.ascent(Style.TEXT);
    for (List<String> line : lines(width)) {
      double x = 0;
      for (String part : line) {
        if (x > 0) {
          g.setColor(Style.FAINT);
          g.drawString(SEPARATOR, (float) x, (float) y);
          x += Text.width(SEPARATOR, Style.TEXT);
        }
        g.setColor(Style.MUTED);
        g.drawString(part, (float) x, (float) y);
        x += Text.width(part, Style.TEXT);
      }
      y += LINE;
    }
  }

  private List<List<String>> lines(double width) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    double x = 0;
    for (String part : parts) {
      double own = Text.width(part, Style.TEXT);
      if (!line.isEmpty() && x + own > width) {
        lines.add(line);
        line = new ArrayList<>();
        x = 0;
      }
      line.add(part);
      x += own + Text.width(SEPARATOR, Style.TEXT);
    }
    lines.add(line);
    return lines;
  }
}
