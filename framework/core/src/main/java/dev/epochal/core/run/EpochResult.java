package dev.epochal.core.run;

import dev.epochal.core.plan.ValidationMetric;

/**
 * What one epoch yielded.
 *
 * @param epoch from 1
 * @param trainLoss mean over the images of the training passes: dropout on, before each update,
 *     without the penalties of l1 and l2
 * @param trainAccuracy likewise, in [0, 1]
 * @param validationLoss after the epoch, dropout off
 * @param validationAccuracy likewise, in [0, 1]
 * @param learningRate of the epoch's last update
 * @param trainSeconds of the updates alone
 * @param dataSeconds of making batches
 * @param validationSeconds of the evaluation on validation
 * @param parametersSha256 of the parameters after the epoch
 */
public record EpochResult(
    int epoch,
    double trainLoss,
    double trainAccuracy,
    double validationLoss,
    double validationAccuracy,
    double learningRate,
    double trainSeconds,
    double dataSeconds,
    double validationSeconds,
    String parametersSha256) {

  /** Its value of a metric. */
  public double value(ValidationMetric metric) {
    return switch (metric) {
      case LOSS -> validationLoss;
      case ACCURACY -> validationAccuracy;
    };
  }
}
