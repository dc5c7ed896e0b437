package dev.epochal.core.figure;

import java.util.List;

/**
 * How the weights and biases of each layer are distributed, epoch after epoch.
 *
 * @param arrays one for each parameter array, in the network's order
 */
public record ParameterHistograms(FigureSubject subject, List<ParameterArray> arrays)
    implements FigureData {
  public static final String NAME = "parameter-histograms";

  /**
   * The parameters of one kind in one layer.
   *
   * @param layer its name
   * @param kind {@code weights} or {@code biases}
   * @param size how many there are
   * @param states in the order of their epochs
   */
  public record ParameterArray(String layer, String kind, long size, List<State> states) {
    public ParameterArray {
      states = List.copyOf(states);
    }
  }

  /**
   * After one epoch.
   *
   * @param epoch from 0, before training
   * @param notFinite parameters that are NaN or infinite; they count in nothing else here
   * @param counts in bins of equal width from {@code min} to {@code max}
   */
  public record State(
      int epoch,
      long notFinite,
      double min,
      double max,
      double mean,
      double deviation,
      List<Long> counts) {
    public State {
      counts = List.copyOf(counts);
    }
  }

  public ParameterHistograms {
    arrays = List.copyOf(arrays);
  }

  @Override
  public String figureName() {
    return NAME;
  }
}
