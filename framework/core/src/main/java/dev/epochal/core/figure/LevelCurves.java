package dev.epochal.core.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric over training, level by level of a factor: the mean of the level's runs with its 95 %
 * interval by Student's t, epoch by epoch.
 *
 * @param factor what the levels are of
 * @param metric that the values are of
 * @param axis what they stand over
 * @param reference the level that the others are compared with; null for none
 * @param curves one for each level, in the answer's order
 */
public record LevelCurves(
    FigureSubject subject,
    String factor,
    String metric,
    LossHistory.Axis axis,
    @Nullable String reference,
    List<Curve> curves)
    implements SweepFigure {
  public static final String NAME = "level-curves";

  /**
   * One level.
   *
   * @param runs of the level
   * @param diverged those of them that failed because their loss was no longer finite
   * @param stopped those of them that were ended before their last epoch for another reason
   * @param at where each epoch's end stands on the axis; seconds are the sum of the epochs' means
   * @param mean of the runs whose value is finite; NaN of none
   * @param low lower end of the mean's 95 % interval; NaN of fewer than two runs
   * @param high upper end
   * @param n how many runs each mean is of
   */
  public record Curve(
      String level,
      int runs,
      int diverged,
      int stopped,
      List<Double> at,
      List<Double> mean,
      List<Double> low,
      List<Double> high,
      List<Integer> n) {
    public Curve {
      at = List.copyOf(at);
      mean = List.copyOf(mean);
      low = List.copyOf(low);
      high = List.copyOf(high);
      n = List.copyOf(n);
      if (mean.size() != at.size()
          || low.size() != at.size()
          || high.size() != at.size()
          || n.size() != at.size()) {
        throw new IllegalArgumentException("level " + level + ": values do not fit their places");
      }
    }

    /** Index of the first epoch that fewer runs reached than the one before; −1 when all did. */
    public int firstLoss() {
      for (int i = 0; i < n.size(); i++) {
        if (n.get(i) < (i == 0 ? runs : n.get(i - 1))) {
          return i;
        }
      }
      return -1;
    }
  }

  public LevelCurves {
    curves = List.copyOf(curves);
  }

  @Override
  public String figureName() {
    return NAME;
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.levelCurves(this);
  }
}
