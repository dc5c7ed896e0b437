package dev.epochal.runner;

import dev.epochal.core.run.EpochResult;
import java.util.SortedMap;
import java.util.TreeMap;

/** An epoch's results by the names that they have in the registry. */
public final class EpochMetrics {
  private EpochMetrics() {}

  public static SortedMap<String, Double> of(EpochResult epoch) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("train.loss", epoch.trainLoss());
    metrics.put("train.accuracy", epoch.trainAccuracy());
    metrics.put("validation.loss", epoch.validationLoss());
    metrics.put("validation.accuracy", epoch.validationAccuracy());
    metrics.put("train.learningRate", epoch.learningRate());
    metrics.put("train.seconds", epoch.trainSeconds());
    metrics.put("data.seconds", epoch.dataSeconds());
    metrics.put("validation.seconds", epoch.validationSeconds());
    return metrics;
  }
}
