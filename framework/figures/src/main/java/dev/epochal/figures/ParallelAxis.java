package dev.epochal.figures;

import dev.epochal.core.figure.ParallelCoordinates;
import java.util.ArrayList;
import java.util.List;
import org.jfree.data.Range;

/**
 * One upright axis of a param.
 *
 * @param scale of numbers; for words, of their places 0, 1, 2, …
 */
record ParallelAxis(ParallelCoordinates.Axis axis, Scale scale, Range range) {
  /** So many values stand on the axis themselves; of more, round numbers do. */
  private static final int FEW = 9;

  /** A place with what is written there, from 0 below to 1 above. */
  record Tick(double share, String label) {}

  static ParallelAxis of(ParallelCoordinates.Axis axis) {
    if (axis.kind() == ParallelCoordinates.Kind.CATEGORY) {
      double room = axis.values().size() == 1 ? 0.5 : 0.08 * (axis.values().size() - 1);
      return new ParallelAxis(
          axis, LinearScale.ANY, new Range(-room, Math.max(0, axis.values().size() - 1) + room));
    }
    Scale scale = axis.kind() == ParallelCoordinates.Kind.LOG ? new LogScale() : LinearScale.ANY;
    List<Double> numbers = axis.values().stream().map(Double::parseDouble).toList();
    return new ParallelAxis(axis, scale, Scales.around(numbers, scale));
  }

  String param() {
    return axis.param();
  }

  String suffix() {
    return axis.kind() == ParallelCoordinates.Kind.LOG ? " (log)" : "";
  }

  /** How high a value stands. */
  double share(String value) {
    return axis.kind() == ParallelCoordinates.Kind.CATEGORY
        ? shareOf(axis.values().indexOf(value))
        : shareOf(Double.parseDouble(value));
  }

  private double shareOf(double number) {
    double low = scale.at(range.getLowerBound());
    double high = scale.at(range.getUpperBound());
    return (scale.at(number) - low) / (high - low);
  }

  /** What stands beside the axis. */
  List<Tick> ticks(int about) {
    List<Tick> ticks = new ArrayList<>();
    boolean words = axis.kind() == ParallelCoordinates.Kind.CATEGORY;
    if (words || axis.values().size() <= FEW) {
      int every = Math.max(1, (axis.values().size() + about - 1) / about);
      for (int i = 0; i < axis.values().size(); i += every) {
        String value = axis.values().get(i);
        ticks.add(new Tick(share(value), value));
      }
    } else {
      for (double tick : scale.ticks(range.getLowerBound(), range.getUpperBound(), about)) {
        ticks.add(new Tick(shareOf(tick), Numbers.tick(tick)));
      }
    }
    return ticks;
  }
}
