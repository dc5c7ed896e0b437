package dev.epochal.core.figure;

import dev.epochal.core.stats.Goal;
import java.util.List;

/**
 * What each run's training cost and what it brought: seconds against the response.
 *
 * @param factor what the levels are of
 * @param goal which way the response is better
 * @param levels in the answer's order
 * @param atOnce how many runs trained at once, sharing the machine; 0 when nobody knows
 */
public record TimeQuality(
    FigureSubject subject,
    String factor,
    String response,
    Goal goal,
    int atOnce,
    List<String> levels,
    List<Point> points)
    implements SweepFigure {
  public static final String NAME = "time-quality";

  /**
   * One run.
   *
   * @param run its id
   * @param seconds wall-clock, of training
   * @param response NaN of a run that diverged, or lacks it for another reason
   * @param front whether no other run was both as fast and as good, and better in one of them
   */
  public record Point(String run, String level, double seconds, double response, boolean front) {}

  public TimeQuality {
    levels = List.copyOf(levels);
    points = List.copyOf(points);
  }

  @Override
  public String figureName() {
    return NAME;
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.timeQuality(this);
  }
}
