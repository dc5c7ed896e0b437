package dev.epochal.figures;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * One series of a line panel; colour and marker both tell it apart, for readers without colour.
 *
 * @param values one per epoch; those that are not finite are gaps
 */
record Line(String name, Color colour, Shape marker, List<Double> values) {
  private static final double R = Style.MARKER / 2;

  Line {
    values = List.copyOf(values);
  }

  static Shape circle() {
    return new Ellipse2D.Double(-R, -R, 2 * R, 2 * R);
  }

  static Shape square() {
    return new Rectangle2D.Double(-0.85 * R, -0.85 * R, 1.7 * R, 1.7 * R);
  }

  static Shape diamond() {
    Path2D diamond = new Path2D.Double();
    diamond.moveTo(0, -1.3 * R);
    diamond.lineTo(1.3 * R, 0);
    diamond.lineTo(0, 1.3 * R);
    diamond.lineTo(-1.3 * R, 0);
    diamond.closePath();
    return diamond;
  }

  static Shape triangle() {
    Path2D triangle = new Path2D.Double();
    triangle.moveTo(0, -1.3 * R);
    triangle.lineTo(1.25 * R, R);
    triangle.lineTo(-1.25 * R, R);
    triangle.closePath();
    return triangle;
  }
}
