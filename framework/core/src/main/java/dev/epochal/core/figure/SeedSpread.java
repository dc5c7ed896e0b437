package dev.epochal.core.figure;

import java.util.List;

/**
 * How far runs lie apart that differ in chance alone.
 *
 * @param factor the seed that varies
 * @param mean of the runs that have a value; NaN of none
 * @param sd standard deviation, by n - 1; NaN of fewer than two
 * @param sdLow lower end of its 95 % interval; NaN likewise
 * @param sdHigh upper end
 * @param differentBits how many different final parameters the runs have; 0 when unknown
 * @param runs in the order of their seeds
 */
public record SeedSpread(
    FigureSubject subject,
    String factor,
    String response,
    double mean,
    double sd,
    double sdLow,
    double sdHigh,
    int differentBits,
    List<Dot> runs)
    implements SweepFigure {
  public static final String NAME = "seed-spread";

  /**
   * One run.
   *
   * @param seed as it was set
   * @param run its id
   * @param value the response; NaN of a run that diverged, or lacks it for another reason
   */
  public record Dot(String seed, String run, double value) {}

  public SeedSpread {
    runs = List.copyOf(runs);
  }

  @Override
  public String figureName() {
    return NAME;
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.seedSpread(this);
  }
}
