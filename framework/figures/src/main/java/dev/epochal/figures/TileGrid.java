package dev.epochal.figures;

/**
 * How wide a sheet of tiles is: as its tiles need, between the least that holds a title and the
 * usual width.
 *
 * @param sheetWidth margins included
 * @param tileWidth of one tile
 */
record TileGrid(int sheetWidth, double tileWidth) {
  private static final int NARROWEST = 780;
  private static final int WIDEST = 1280;

  static TileGrid of(int columns, double wanted, double gap) {
    double needed = columns * (wanted + gap) - gap + 2 * Style.MARGIN;
    int sheet = (int) Math.ceil(Math.max(NARROWEST, Math.min(WIDEST, needed)));
    return new TileGrid(sheet, Tiles.width(sheet - 2.0 * Style.MARGIN, columns, gap));
  }
}
