package dev.epochal.core.figure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * Loss and accuracy over epochs: the training passes (dropout on, before each update) and the
 * validation after each epoch (dropout off). One value per epoch; non-finite ones as themselves.
 *
 * @param trainSize images in the training split
 * @param validationSize images in the validation split
 * @param axis what the values stand over
 * @param epochs the epochs' numbers, ascending, from 1
 * @param at where each epoch's end stands on the axis
 * @param updateAt where each kept update stands; empty when they are not shown
 * @param updateLoss loss of that batch, or the mean of the batches since the one before
 */
public record LossHistory(
    FigureSubject subject,
    int trainSize,
    int validationSize,
    Axis axis,
    List<Integer> epochs,
    List<Double> at,
    List<Double> trainLoss,
    List<Double> validationLoss,
    List<Double> trainAccuracy,
    List<Double> validationAccuracy,
    List<Double> updateAt,
    List<Double> updateLoss)
    implements FigureData {
  public static final String NAME = "loss-history";

  /** Updates beyond this are averaged over neighbours: a figure is not wide enough for more. */
  public static final int MOST_UPDATES = 1_000;

  /** What a history can stand over. */
  public enum Axis {
    /** Passes over the train split. */
    EPOCH,
    /** Updates of the parameters. */
    UPDATE,
    /** Seconds of training, evaluations after the epochs included. */
    SECOND;

    /** The word for it: {@code epoch}, {@code update}, {@code second}. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public LossHistory {
    epochs = List.copyOf(epochs);
    at = ofLength(epochs.size(), at);
    trainLoss = ofLength(epochs.size(), trainLoss);
    validationLoss = ofLength(epochs.size(), validationLoss);
    trainAccuracy = ofLength(epochs.size(), trainAccuracy);
    validationAccuracy = ofLength(epochs.size(), validationAccuracy);
    updateAt = List.copyOf(updateAt);
    updateLoss = ofLength(updateAt.size(), updateLoss);
  }

  /** A history over its epochs alone. */
  public static LossHistory byEpoch(
      FigureSubject subject,
      int trainSize,
      int validationSize,
      List<Integer> epochs,
      List<Double> trainLoss,
      List<Double> validationLoss,
      List<Double> trainAccuracy,
      List<Double> validationAccuracy) {
    return new LossHistory(
        subject,
        trainSize,
        validationSize,
        Axis.EPOCH,
        epochs,
        epochs.stream().map(Integer::doubleValue).toList(),
        trainLoss,
        validationLoss,
        trainAccuracy,
        validationAccuracy,
        List.of(),
        List.of());
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
}
