package dev.epochal.engine.dataset.digits;

import static dev.epochal.engine.dataset.digits.DigitsGenerator.PIXELS;
import static dev.epochal.engine.dataset.digits.DigitsGenerator.SIDE;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** Draws a trace in white on black with Java2D's own antialiasing. */
final class Pen {
  static {
    // Java2D looks for a screen even to draw into memory, and fails where DISPLAY names a dead one.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  private Pen() {}

  /**
   * The light at each pixel, row by row, from 0 to 255.
   *
   * @param angle where the nib's narrow side points, in radians
   */
  static double[] draw(Trace trace, Hand hand, double angle) {
    // A flat nib is a round one on paper that is squeezed along the nib's narrow side.
    AffineTransform squeeze = scaling(hand.nib(), angle);
    AffineTransform undo = scaling(1 / hand.nib(), angle);
    Path2D inked = Outline.of(trace.map(point -> moved(point, undo)), hand.pen());
    inked.transform(squeeze);

    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fill(inked);
    graphics.dispose();

    double[] light = new double[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      light[i] = image.getRGB(i % SIDE, i / SIDE) & 0xff;
    }
    return light;
  }

  private static Knot moved(Knot point, AffineTransform by) {
    return new Knot(
        by.getScaleX() * point.x() + by.getShearX() * point.y(),
        by.getShearY() * point.x() + by.getScaleY() * point.y(),
        false);
  }

  private static AffineTransform scaling(double by, double angle) {
    double sin = StrictMath.sin(angle);
    double cos = StrictMath.cos(angle);
    double mixed = (by - 1) * sin * cos;
    double along = by * cos * cos + sin * sin;
    double across = by * sin * sin + cos * cos;
    return new AffineTransform(along, mixed, mixed, across, 0, 0);
  }
}
