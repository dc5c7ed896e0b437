package dev.epochal.engine.dataset.digits;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The pen's path over the paper: one chain of closely spaced points per stroke. */
record Trace(List<List<Knot>> strokes) {
  // Enough for a bend of a few pixels to look round at 28 x 28.
  private static final int STEPS = 7;

  Trace {
    strokes = List.copyOf(strokes);
  }

  /** Runs smooth curves through the knots of the strokes. */
  static Trace through(List<List<Knot>> strokes) {
    return new Trace(strokes.stream().map(Trace::smooth).toList());
  }

  Trace map(UnaryOperator<Knot> change) {
    return new Trace(strokes.stream().map(s -> s.stream().map(change).toList()).toList());
  }

  // Cubic Bezier curves, cut up here because how the JDK does it differs between its versions.
  private static List<Knot> smooth(List<Knot> knots) {
    List<Knot> points = new ArrayList<>(STEPS * knots.size());
    points.add(knots.get(0));
    for (int i = 0; i + 1 < knots.size(); i++) {
      Knot a = knots.get(i);
      Knot b = knots.get(i + 1);
      double third = a.distance(b) / 3;
      Knot from = tangent(knots, i, a, b);
      Knot to = tangent(knots, i + 1, a, b);
      Knot p = a.moved(third * from.x(), third * from.y());
      Knot q = b.moved(-third * to.x(), -third * to.y());
      for (int step = 1; step <= STEPS; step++) {
        points.add(bezier(a, p, q, b, step / (double) STEPS));
      }
    }
    return points;
  }

  /** The direction at a knot: towards the next from the previous, or along a-b at an end. */
  private static Knot tangent(List<Knot> knots, int at, Knot a, Knot b) {
    Knot knot = knots.get(at);
    if (at == 0 || at == knots.size() - 1 || knot.corner()) {
      return direction(a, b, a.distance(b));
    }
    Knot before = knots.get(at - 1);
    Knot after = knots.get(at + 1);
    return direction(before, after, before.distance(knot) + knot.distance(after));
  }

  private static Knot direction(Knot from, Knot to, double length) {
    double by = 1 / Math.max(length, 1e-9);
    return new Knot((to.x() - from.x()) * by, (to.y() - from.y()) * by, false);
  }

  private static Knot bezier(Knot a, Knot p, Knot q, Knot b, double t) {
    double u = 1 - t;
    double wa = u * u * u;
    double wp = 3 * u * u * t;
    double wq = 3 * u * t * t;
    double wb = t * t * t;
    return new Knot(
        wa * a.x() + wp * p.x() + wq * q.x() + wb * b.x(),
        wa * a.y() + wp * p.y() + wq * q.y() + wb * b.y(),
        false);
  }
}
