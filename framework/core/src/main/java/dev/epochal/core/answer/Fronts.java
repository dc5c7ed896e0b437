package dev.epochal.core.answer;

import dev.epochal.core.figure.TimeQuality;
import dev.epochal.core.run.Series;
import dev.epochal.core.stats.Goal;
import java.util.ArrayList;
import java.util.List;

/** What runs cost and brought, with the Pareto front of them. */
final class Fronts {
  private static final String WALL = "time.train.wall";

  private Fronts() {}

  /** A point for each run whose time is known. */
  static List<TimeQuality.Point> of(List<Shown> runs, Goal goal) {
    List<TimeQuality.Point> points = new ArrayList<>();
    for (Shown one : runs) {
      double seconds = seconds(one.run());
      if (Double.isFinite(seconds)) {
        points.add(new TimeQuality.Point(one.run().id(), one.level(), seconds, one.value(), false));
      }
    }
    List<TimeQuality.Point> marked = new ArrayList<>();
    for (TimeQuality.Point point : points) {
      boolean front =
          Double.isFinite(point.response())
              && points.stream().noneMatch(other -> beats(other, point, goal));
      marked.add(
          new TimeQuality.Point(
              point.run(), point.level(), point.seconds(), point.response(), front));
    }
    return marked;
  }

  private static boolean beats(TimeQuality.Point one, TimeQuality.Point other, Goal goal) {
    if (!Double.isFinite(one.response()) || one.seconds() > other.seconds()) {
      return false;
    }
    return goal.isBetter(one.response(), other.response())
        || (one.response() == other.response() && one.seconds() < other.seconds());
  }

  private static double seconds(AskedRun run) {
    Double wall = run.metrics().get(WALL);
    if (wall != null) {
      return wall;
    }
    Series epochs = run.history().getOrDefault(FairBudget.SECONDS, Series.EMPTY);
    double sum = 0;
    for (double seconds : epochs.values()) {
      sum += seconds;
    }
    return epochs.size() == 0 ? Double.NaN : sum;
  }
}
