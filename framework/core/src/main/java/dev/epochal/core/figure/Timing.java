package dev.epochal.core.figure;

import java.util.List;

/**
 * Where the seconds of training went, epoch by epoch.
 *
 * @param epochs their numbers, ascending
 * @param updates seconds of the updates alone
 * @param batches seconds of making batches
 * @param validation seconds of evaluating on validation
 * @param trainSize images per epoch
 */
public record Timing(
    FigureSubject subject,
    int trainSize,
    List<Integer> epochs,
    List<Double> updates,
    List<Double> batches,
    List<Double> validation)
    implements FigureData {
  public static final String NAME = "timing";

  public Timing {
    epochs = List.copyOf(epochs);
    updates = List.copyOf(updates);
    batches = List.copyOf(batches);
    validation = List.copyOf(validation);
  }

  @Override
  public String figureName() {
    return NAME;
  }
}
