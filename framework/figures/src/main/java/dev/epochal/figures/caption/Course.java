package dev.epochal.figures.caption;

import dev.epochal.core.figure.LossHistory;
import java.util.List;

/**
 * How a training went, as its losses tell. "The end" is the mean of the last tenth of the epochs
 * (at least the last one), so that one jump decides nothing. The first verdict that fits is taken:
 *
 * <ol>
 *   <li>{@link Verdict#DIVERGED}: the last train or validation loss is not finite, or the train
 *       loss ends above {@value #DIVERGED_FACTOR} times that of the first epoch.
 *   <li>{@link Verdict#ONE_EPOCH}: there is no course to judge.
 *   <li>{@link Verdict#UNSTABLE}: both losses end more than {@value #RISE} (as a share) above where
 *       they were when the validation loss was lowest.
 *   <li>{@link Verdict#OVERFITTING}: the validation loss ends more than {@value #RISE} above its
 *       lowest value; or above {@value #GAP_FACTOR} times the train loss, and by more than {@value
 *       #GAP} higher.
 *   <li>{@link Verdict#UNDERFITTING}: the train loss ends above {@value #HIGH} of the loss of
 *       guessing, which is ln(classes).
 *   <li>{@link Verdict#FALLING}: the validation loss fell by more than {@value #FALL} over the last
 *       tenth of the epochs, and is lowest in it.
 *   <li>{@link Verdict#SETTLED}: none of these.
 * </ol>
 *
 * @param best index of the first lowest finite validation loss; −1 when none is finite
 * @param end validation loss at the end
 * @param rise of the validation loss from its lowest value to the end, as a share
 * @param fall of the validation loss over the last tenth of the epochs, as a share
 */
public record Course(Verdict verdict, int best, double end, double rise, double fall) {
  static final double DIVERGED_FACTOR = 2;
  static final double RISE = 0.05;
  static final double GAP_FACTOR = 1.5;
  static final double GAP = 0.1;
  static final double HIGH = 0.5;
  static final double FALL = 0.01;

  /** What kind of course it is. */
  public enum Verdict {
    DIVERGED,
    ONE_EPOCH,
    UNSTABLE,
    OVERFITTING,
    UNDERFITTING,
    FALLING,
    SETTLED
  }

  /**
   * Judges a history of at least one epoch.
   *
   * @param classes how many there are to tell apart
   */
  public static Course of(LossHistory history, int classes) {
    List<Double> train = history.trainLoss();
    List<Double> validation = history.validationLoss();
    int best = lowest(validation);
    double end = mean(validation, 0);
    double rise = best < 0 ? Double.NaN : end / validation.get(best) - 1;
    double fall = validation.size() < 2 ? Double.NaN : 1 - end / mean(validation, tail(validation));
    return new Course(
        verdict(train, validation, best, rise, fall, Math.log(classes)), best, end, rise, fall);
  }

  private static Verdict verdict(
      List<Double> train,
      List<Double> validation,
      int best,
      double rise,
      double fall,
      double guessing) {
    int last = train.size() - 1;
    double trainEnd = mean(train, 0);
    double end = mean(validation, 0);
    if (!Double.isFinite(train.get(last))
        || !Double.isFinite(validation.get(last))
        || trainEnd > DIVERGED_FACTOR * train.get(0)) {
      return Verdict.DIVERGED;
    }
    if (last == 0) {
      return Verdict.ONE_EPOCH;
    }
    if (rise > RISE && trainEnd / train.get(best) - 1 > RISE) {
      return Verdict.UNSTABLE;
    }
    if (rise > RISE || (end > GAP_FACTOR * trainEnd && end - trainEnd > GAP)) {
      return Verdict.OVERFITTING;
    }
    if (trainEnd > HIGH * guessing) {
      return Verdict.UNDERFITTING;
    }
    return fall > FALL && best > last - tail(validation) ? Verdict.FALLING : Verdict.SETTLED;
  }

  private static int lowest(List<Double> losses) {
    int best = -1;
    for (int i = 0; i < losses.size(); i++) {
      if (Double.isFinite(losses.get(i)) && (best < 0 || losses.get(i) < losses.get(best))) {
        best = i;
      }
    }
    return best;
  }

  /** How many epochs "the end" is. */
  static int tail(List<Double> losses) {
    return Math.max(1, losses.size() / 10);
  }

  /** The mean of a tail, so many epochs before the last. */
  private static double mean(List<Double> losses, int before) {
    int to = losses.size() - before;
    return losses.subList(Math.max(0, to - tail(losses)), to).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(Double.NaN);
  }
}
