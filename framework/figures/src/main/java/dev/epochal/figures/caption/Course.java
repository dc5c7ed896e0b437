package dev.epochal.figures.caption;

import dev.epochal.core.figure.LossHistory;
import java.util.List;

/**
 * How a training went, as its losses tell. So that one jump decides nothing, means over a tenth of
 * the epochs (at least one) are compared: "the end" is the mean of the last ones, "the lowest" the
 * lowest such mean of the validation loss. The first verdict that fits is taken:
 *
 * <ol>
 *   <li>{@link Verdict#DIVERGED}: the last train or validation loss is not finite.
 *   <li>{@link Verdict#ONE_EPOCH}: there is no course to judge.
 *   <li>{@link Verdict#DIVERGED}: the train loss ends above {@value #DIVERGED_FACTOR} times its own
 *       lowest mean, and above as many times that of the first epoch or that of guessing.
 *   <li>{@link Verdict#FAR_ABOVE_GUESSING}: the train loss ends above {@value #DIVERGED_FACTOR}
 *       times that of guessing, without having risen to it.
 *   <li>{@link Verdict#UNSTABLE}: both losses end more than {@value #RISE} (as a share) above where
 *       they were when the validation loss was lowest.
 *   <li>{@link Verdict#OVERFITTING}: the validation loss ends more than {@value #RISE} above its
 *       lowest; or above {@value #GAP_FACTOR} times the train loss, and by more than {@value #GAP}
 *       of the loss of guessing higher.
 *   <li>{@link Verdict#UNDERFITTING}: the train loss ends above {@value #HIGH} of that of guessing.
 *   <li>{@link Verdict#FALLING}: the validation loss is lowest at the end, and fell by more than
 *       {@value #FALL} over the last tenth of the epochs.
 *   <li>{@link Verdict#SETTLED}: none of these.
 * </ol>
 *
 * @param best index of the first lowest finite validation loss; −1 when none is finite
 * @param end validation loss at the end
 * @param rise of the validation loss from the lowest to the end, as a share
 * @param fall of the validation loss over the last tenth of the epochs, as a share
 */
public record Course(Verdict verdict, int best, double end, double rise, double fall) {
  static final double DIVERGED_FACTOR = 2;
  static final double RISE = 0.05;
  static final double GAP_FACTOR = 1.5;
  static final double GAP = 0.05;
  static final double HIGH = 0.5;
  static final double FALL = 0.01;

  /** What kind of course it is. */
  public enum Verdict {
    DIVERGED,
    ONE_EPOCH,
    FAR_ABOVE_GUESSING,
    UNSTABLE,
    OVERFITTING,
    UNDERFITTING,
    FALLING,
    SETTLED
  }

  /**
   * Judges a history of at least one epoch.
   *
   * @param guess what the losses are measured against
   */
  public static Course of(LossHistory history, Guess guess) {
    List<Double> train = history.trainLoss();
    List<Double> validation = history.validationLoss();
    int n = validation.size();
    double end = mean(validation, n);
    int lowest = lowest(validation);
    double rise = lowest < 0 ? Double.NaN : end / mean(validation, lowest) - 1;
    double fall = n < 2 ? Double.NaN : 1 - end / mean(validation, n - tail(validation));
    double trainEnd = mean(train, n);
    double trainRise = lowest < 0 ? Double.NaN : trainEnd / mean(train, lowest) - 1;
    Verdict verdict;
    if (!Double.isFinite(train.get(n - 1)) || !Double.isFinite(validation.get(n - 1))) {
      verdict = Verdict.DIVERGED;
    } else if (n == 1) {
      verdict = Verdict.ONE_EPOCH;
    } else if (trainEnd > DIVERGED_FACTOR * Math.min(train.get(0), guess.loss())
        && trainEnd > DIVERGED_FACTOR * lowestMean(train)) {
      verdict = Verdict.DIVERGED;
    } else if (trainEnd > DIVERGED_FACTOR * guess.loss()) {
      verdict = Verdict.FAR_ABOVE_GUESSING;
    } else if (rise > RISE && trainRise > RISE) {
      verdict = Verdict.UNSTABLE;
    } else if (rise > RISE
        || (end > GAP_FACTOR * trainEnd && end - trainEnd > GAP * guess.loss())) {
      verdict = Verdict.OVERFITTING;
    } else if (trainEnd > HIGH * guess.loss()) {
      verdict = Verdict.UNDERFITTING;
    } else {
      verdict = lowest == n && fall > FALL ? Verdict.FALLING : Verdict.SETTLED;
    }
    return new Course(verdict, best(validation), end, rise, fall);
  }

  private static int best(List<Double> losses) {
    int best = -1;
    for (int i = 0; i < losses.size(); i++) {
      if (Double.isFinite(losses.get(i)) && (best < 0 || losses.get(i) < losses.get(best))) {
        best = i;
      }
    }
    return best;
  }

  /** Where the epochs with the lowest mean end; −1 when no mean is finite. */
  private static int lowest(List<Double> losses) {
    int lowest = -1;
    for (int to = tail(losses); to <= losses.size(); to++) {
      double mean = mean(losses, to);
      if (Double.isFinite(mean) && (lowest < 0 || mean < mean(losses, lowest))) {
        lowest = to;
      }
    }
    return lowest;
  }

  private static double lowestMean(List<Double> losses) {
    int lowest = lowest(losses);
    return lowest < 0 ? Double.NaN : mean(losses, lowest);
  }

  /** How many epochs a mean is of. */
  static int tail(List<Double> losses) {
    return Math.max(1, losses.size() / 10);
  }

  /** The mean of the epochs before an index. */
  private static double mean(List<Double> losses, int to) {
    return losses.subList(Math.max(0, to - tail(losses)), to).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(Double.NaN);
  }
}
