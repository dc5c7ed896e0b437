package dev.epochal.engine.dataset.digits;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Puts a trace onto the image: as large as the hand writes, centred by mass as MNIST's are. */
final class Layout {
  private final Hand hand;
  private final SplitMix64 random;

  Layout(Hand hand, SplitMix64 random) {
    this.hand = hand;
    this.random = random;
  }

  Trace place(Trace trace) {
    double largest = Math.max(extent(trace, Knot::x), extent(trace, Knot::y));
    double scale = (hand.size() - hand.pen()) / Math.max(largest, 1);
    Knot centre = centreOfMass(trace);
    double dx = DigitsGenerator.SIDE / 2.0 + 0.5 * random.bell() - scale * centre.x();
    double dy = DigitsGenerator.SIDE / 2.0 + 0.5 * random.bell() - scale * centre.y();
    return trace.map(p -> new Knot(scale * p.x() + dx, scale * p.y() + dy, false));
  }

  private static double extent(Trace trace, ToDoubleFunction<Knot> coordinate) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (List<Knot> stroke : trace.strokes()) {
      for (Knot point : stroke) {
        double value = coordinate.applyAsDouble(point);
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return high - low;
  }

  private static Knot centreOfMass(Trace trace) {
    double mass = 0;
    double x = 0;
    double y = 0;
    for (List<Knot> stroke : trace.strokes()) {
      for (int i = 0; i + 1 < stroke.size(); i++) {
        Knot a = stroke.get(i);
        Knot b = stroke.get(i + 1);
        double length = a.distance(b);
        mass += length;
        x += length * (a.x() + b.x()) / 2;
        y += length * (a.y() + b.y()) / 2;
      }
    }
    return new Knot(x / mass, y / mass, false);
  }
}
