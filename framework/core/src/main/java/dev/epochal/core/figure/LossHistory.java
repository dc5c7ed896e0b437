package dev.epochal.core.figure;

import java.util.List;

/**
 * Loss and accuracy over epochs: the training passes (dropout on, before each update) and the
 * validation after each epoch (dropout off). One value per epoch; non-finite ones as themselves.
 *
 * @param epochs the epochs' numbers, ascending, from 1
 * @param trainSize images in the training split
 * @param validationSize images in the validation split
 */
public record LossHistory(
    FigureSubject subject,
    int trainSize,
    int validationSize,
    List<Integer> epochs,
    List<Double> trainLoss,
    List<Double> validationLoss,
    List<Double> trainAccuracy,
    List<Double> validationAccuracy)
    implements FigureData {
  public static final String NAME = "loss-history";

  public LossHistory {
    epochs = List.copyOf(epochs);
    trainLoss = ofLength(epochs.size(), trainLoss);
    validationLoss = ofLength(epochs.size(), validationLoss);
    trainAccuracy = ofLength(epochs.size(), trainAccuracy);
    validationAccuracy = ofLength(epochs.size(), validationAccuracy);
  }

  private static List<Double> ofLength(int n, List<Double> values) {
    if (values.size() != n) {
      throw new IllegalArgumentException(n + " epochs but " + values.size() + " values");
    }
    return List.copyOf(values);
  }

  @Override
  public String figureName() {
    return NAME;
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.lossHistory(this);
  }
}
