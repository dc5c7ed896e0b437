package dev.epochal.core.figure;

import java.util.List;

/**
 * The learned weights of one convolution layer.
 *
 * @param layer its name
 * @param filters how many the layer has; at most {@link #MOST} are kept, the first ones
 * @param channels how many channels each filter reads; at most {@link #MOST} are kept
 * @param weights {@code [filters][channels]}
 * @param biases one for each kept filter
 */
public record Filters(
    FigureSubject subject,
    String layer,
    int filters,
    int channels,
    List<List<Plane>> weights,
    List<Double> biases)
    implements FigureData {
  public static final String NAME = "filters";

  /** More than this in one direction are too small to be seen. */
  public static final int MOST = 64;

  public Filters {
    weights = weights.stream().map(List::copyOf).toList();
    biases = List.copyOf(biases);
  }

  @Override
  public String figureName() {
    return NAME;
  }
}
