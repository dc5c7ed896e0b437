package dev.epochal.runner.verify;

import dev.epochal.core.stats.FloatDifference;
import dev.epochal.core.stats.Predictions;
import java.util.Arrays;

/**
 * What a model says of a split, beside what was recorded.
 *
 * @param n images
 * @param differing images of which anything is not the same bytes: label, place in the dataset,
 *     predicted class or a probability
 * @param otherClass images that are predicted to be of another class
 */
public record PredictionDifference(
    int n, int differing, int otherClass, FloatDifference probabilities) {

  /** Of two answers about as many images and classes. */
  static PredictionDifference of(Predictions recorded, Predictions now) {
    int differing = 0;
    int otherClass = 0;
    for (int i = 0; i < now.n(); i++) {
      boolean other = recorded.predicted()[i] != now.predicted()[i];
      otherClass += other ? 1 : 0;
      boolean same =
          !other
              && recorded.labels()[i] == now.labels()[i]
              && recorded.indices()[i] == now.indices()[i]
              && sameProbabilities(recorded, now, i);
      differing += same ? 0 : 1;
    }
    return new PredictionDifference(
        now.n(),
        differing,
        otherClass,
        FloatDifference.of(recorded.probabilities(), now.probabilities()));
  }

  private static boolean sameProbabilities(Predictions a, Predictions b, int image) {
    int from = image * a.classes();
    int to = from + a.classes();
    // equals() of arrays of floats takes all NaN for the same, which none but NaN is anyway.
    return Arrays.equals(a.probabilities(), from, to, b.probabilities(), from, to);
  }
}
