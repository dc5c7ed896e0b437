package dev.epochal.figures;

import java.awt.Graphics2D;

/** A piece of a sheet, as wide as the sheet lets it be and as high as it needs. */
interface Block {

  double height(double width);

  /** Paints from (0, 0) to (width, height(width)). */
  void paint(Graphics2D g, double width);
}
