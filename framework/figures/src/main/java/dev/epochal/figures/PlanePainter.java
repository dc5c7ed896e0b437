package dev.epochal.figures;

import dev.epochal.core.figure.Plane;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Numbers in rows as coloured pixels. */
record PlanePainter(Plane plane, SignedColours colours) implements Painter {

  @Override
  public void paint(Graphics2D g, double width, double height) {
    RasterPainter.Pixels.paint(
        g, colours.image(plane.floats(), plane.height(), plane.width()), width, height);
    double scale = Math.min(width / plane.width(), height / plane.height());
    g.setColor(Style.REST);
    g.setStroke(Style.HAIRLINE);
    g.draw(new Rectangle2D.Double(0, 0, scale * plane.width(), scale * plane.height()));
  }

  /** The greatest finite size in some planes. */
  static double most(Iterable<Plane> planes) {
    double most = 0;
    for (Plane plane : planes) {
      for (float value : plane.floats()) {
        double size = Math.abs(value);
        most = Double.isFinite(size) ? Math.max(most, size) : most;
      }
    }
    return most;
  }

  /** How many numbers are none. */
  static long notFinite(Iterable<Plane> planes) {
    long n = 0;
    for (Plane plane : planes) {
      for (float value : plane.floats()) {
        n += Float.isFinite(value) ? 0 : 1;
      }
    }
    return n;
  }
}
