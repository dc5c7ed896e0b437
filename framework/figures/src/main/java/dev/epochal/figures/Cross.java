package dev.epochal.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** A cross: the sign of what is not, or no longer, there. */
final class Cross {
  static final BasicStroke STROKE =
      new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final double R = 4.5;

  private Cross() {}

  /** Its strokes, around (0, 0). */
  static Shape shape() {
    Path2D cross = new Path2D.Double();
    cross.moveTo(-R, -R);
    cross.lineTo(R, R);
    cross.moveTo(-R, R);
    cross.lineTo(R, -R);
    return cross;
  }

  static void paint(Graphics2D g, double x, double y, Color colour) {
    Graphics2D own = (Graphics2D) g.create();
    own.translate(x, y);
    own.setColor(colour);
    own.setStroke(STROKE);
    own.draw(shape());
    own.dispose();
  }

  static Mark mark(Color colour) {
    return (g, width, height) -> paint(g, width / 2, height / 2, colour);
  }
}
