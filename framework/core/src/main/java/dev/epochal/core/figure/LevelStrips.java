package dev.epochal.core.figure;

import dev.epochal.core.stats.Goal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response of every run, level by level of a factor, with each level's mean and 95 % interval.
 *
 * @param goal which way the response is better
 * @param reference the level that the others are compared with; null for none
 * @param paired whether runs of one block are compared with each other
 * @param levels in the answer's order
 */
public record LevelStrips(
    FigureSubject subject,
    String factor,
    String response,
    Goal goal,
    @Nullable String reference,
    boolean paired,
    List<Level> levels)
    implements SweepFigure {
  public static final String NAME = "level-strips";

  /**
   * One level.
   *
   * @param mean of the runs that have a value; NaN of none
   * @param low lower end of the mean's 95 % interval; NaN of fewer than two
   * @param high upper end
   * @param unreached how many of those without a value never came to what was to be reached
   * @param stopped how many of them their sweep stopped early
   */
  public record Level(
      String level,
      double mean,
      double low,
      double high,
      int unreached,
      int stopped,
      List<Dot> runs) {
    public Level {
      runs = List.copyOf(runs);
    }

    /** Runs without a value. */
    public int lacking() {
      return (int) runs.stream().filter(run -> !Double.isFinite(run.value())).count();
    }

    /** Those of them that diverged. */
    public int diverged() {
      return Math.max(0, lacking() - unreached - stopped);
    }
  }

  /**
   * One run.
   *
   * @param run its id
   * @param block what it has in common with runs of other levels, such as its seed
   * @param value the response; NaN of a run that lacks it
   */
  public record Dot(String run, String block, double value) {}

  public LevelStrips {
    levels = List.copyOf(levels);
  }

  @Override
  public String figureName() {
    return NAME;
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.levelStrips(this);
  }
}
