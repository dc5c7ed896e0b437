package dev.epochal.figures;

import java.awt.Graphics2D;

/** Paints something into a box from (0, 0). */
@FunctionalInterface
interface Painter {

  void paint(Graphics2D g, double width, double height);
}
