package dev.epochal.figures;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;

/**
 * Small pictures of one size, in rows.
 *
 * @param columns pictures in a full row
 * @param pictureHeight of each, without its words
 * @param titleFont of the titles
 */
record Tiles(List<Tile> tiles, int columns, double pictureHeight, double gap, Font titleFont)
    implements Block {
  private static final String ARROW = " → ";
  private static final double UNDER_WORDS = 4;
  private static final double UNDER_PICTURE = 14;

  Tiles {
    tiles = List.copyOf(tiles);
  }

  /** The width of a picture where so many share a row. */
  static double width(double all, int columns, double gap) {
    return (all - gap * (columns - 1)) / columns;
  }

  @Override
  public double height(double width) {
    int rows = (tiles.size() + columns - 1) / columns;
    return rows * rowHeight() - UNDER_PICTURE;
  }

  @Override
  public void paint(Graphics2D g, double width) {
    double own = width(width, columns, gap);
    for (int i = 0; i < tiles.size(); i++) {
      Graphics2D place = (Graphics2D) g.create();
      place.translate(i % columns * (own + gap), Math.floorDiv(i, columns) * rowHeight());
      words(place, tiles.get(i), own);
      place.translate(0, wordsHeight());
      tiles.get(i).painter().paint(place, own, pictureHeight);
      place.dispose();
    }
  }

  private void words(Graphics2D g, Tile tile, double width) {
    double y = 0;
    if (!tile.titles().isEmpty()) {
      titles(g, tile.titles(), width);
      y = Text.lineHeight(titleFont);
    }
    g.setFont(Style.SMALL);
    g.setColor(Style.MUTED);
    for (String line : tile.details()) {
      g.drawString(
          Text.ellipsized(line, Style.SMALL, width), 0f, (float) (y + Text.ascent(Style.SMALL)));
      y += Text.lineHeight(Style.SMALL);
    }
  }

  /** Each for itself: one in a right-to-left script would turn the arrow's meaning around. */
  private void titles(Graphics2D g, List<String> titles, double width) {
    double arrows = (titles.size() - 1) * Text.width(ARROW, titleFont);
    double own = (width - arrows) / titles.size();
    float y = (float) Text.ascent(titleFont);
    double x = 0;
    g.setFont(titleFont);
    g.setColor(Style.INK);
    for (int i = 0; i < titles.size(); i++) {
      if (i > 0) {
        g.drawString(ARROW, (float) x, y);
        x += Text.width(ARROW, titleFont);
      }
      String shown = Text.ellipsized(titles.get(i), titleFont, own);
      g.drawString(shown, (float) x, y);
      x += Text.width(shown, titleFont);
    }
  }

  private double rowHeight() {
    return wordsHeight() + pictureHeight + UNDER_PICTURE;
  }

  /** The same for all, so that the pictures of a row stand on one line. */
  private double wordsHeight() {
    boolean titles = tiles.stream().anyMatch(tile -> !tile.titles().isEmpty());
    int lines = tiles.stream().mapToInt(tile -> tile.details().size()).max().orElse(0);
    double height = titles ? Text.lineHeight(titleFont) : 0;
    height += lines * Text.lineHeight(Style.SMALL);
    return height == 0 ? 0 : height + UNDER_WORDS;
  }
}
