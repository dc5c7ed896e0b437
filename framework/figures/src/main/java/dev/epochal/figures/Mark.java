package dev.epochal.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** A sample of how something is drawn, for the legend. */
@FunctionalInterface
interface Mark {

  /** Paints the sample into a box from (0, 0). */
  void paint(Graphics2D g, double width, double height);

  /** A series: its line with one of its markers. */
  static Mark series(Color colour, Shape marker) {
    return (g, width, height) -> {
      line(colour, Style.LINE).paint(g, width, height);
      g.fill(
          AffineTransform.getTranslateInstance(width / 2, height / 2)
              .createTransformedShape(marker));
    };
  }

  /** A marker alone. */
  static Mark dot(Color colour, Shape marker) {
    return (g, width, height) -> {
      g.setColor(colour);
      g.fill(
          AffineTransform.getTranslateInstance(width / 2, height / 2)
              .createTransformedShape(marker));
    };
  }

  static Mark line(Color colour, Stroke stroke) {
    return (g, width, height) -> {
      g.setColor(colour);
      g.setStroke(stroke);
      g.draw(new Line2D.Double(0, height / 2, width, height / 2));
    };
  }

  static Mark upright(Color colour, Stroke stroke) {
    return (g, width, height) -> {
      g.setColor(colour);
      g.setStroke(stroke);
      g.draw(new Line2D.Double(width / 2, 2, width / 2, height - 2));
    };
  }

  static Mark area(Color colour) {
    return (g, width, height) -> {
      g.setColor(colour);
      g.fill(new Rectangle2D.Double(0, 4, width, height - 8));
    };
  }
}
