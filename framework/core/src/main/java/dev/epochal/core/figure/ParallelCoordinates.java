package dev.epochal.core.figure;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.epochal.core.stats.Goal;
import java.util.List;
import java.util.Locale;

/**
 * What was set and what came of it, run by run: an upright axis for each param that varies and one
 * for the response, and a line through them for each run.
 *
 * @param goal which way the response is better
 */
public record ParallelCoordinates(
    FigureSubject subject, String response, Goal goal, List<Axis> axes, List<Line> lines)
    implements SweepFigure {
  public static final String NAME = "parallel-coordinates";

  /** How an axis is divided. */
  public enum Kind {
    LINEAR,
    /** Of positive numbers: equal distances for equal ratios. */
    LOG,
    /** Of words, one place each. */
    CATEGORY;

    /** As it is written. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The axis of one param.
   *
   * @param values each once: ascending numbers, or words in the order in which they are placed
   */
  public record Axis(String param, Kind kind, List<String> values) {
    public Axis {
      values = List.copyOf(values);
    }
  }

  /**
   * One run.
   *
   * @param run its id
   * @param values one for each axis
   * @param response NaN of a run that diverged, or lacks it for another reason
   */
  public record Line(String run, List<String> values, double response) {
    public Line {
      values = List.copyOf(values);
    }
  }

  public ParallelCoordinates {
    axes = List.copyOf(axes);
    lines = List.copyOf(lines);
    for (Line line : lines) {
      if (line.values().size() != axes.size()) {
        throw new IllegalArgumentException(
            "run %s has %d values for %d axes"
                .formatted(line.run(), line.values().size(), axes.size()));
      }
    }
  }

  @Override
  public String figureName() {
    return NAME;
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.parallelCoordinates(this);
  }
}
