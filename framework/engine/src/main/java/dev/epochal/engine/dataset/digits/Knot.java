package dev.epochal.engine.dataset.digits;

/**
 * A point that the pen passes through, x to the right and y downwards.
 *
 * @param corner whether the pen may turn sharply here; elsewhere the stroke is smooth
 */
record Knot(double x, double y, boolean corner) {
  /** Reads {@code "14,42"}, or {@code "14,42!"} for a corner. */
  static Knot parse(String text) {
    boolean corner = text.endsWith("!");
    String[] xy = (corner ? text.substring(0, text.length() - 1) : text).split(",", 2);
    return new Knot(Double.parseDouble(xy[0]), Double.parseDouble(xy[1]), corner);
  }

  Knot moved(double dx, double dy) {
    return new Knot(x + dx, y + dy, corner);
  }

  double distance(Knot other) {
    double dx = other.x - x;
    double dy = other.y - y;
    return Math.sqrt(dx * dx + dy * dy);
  }
}
