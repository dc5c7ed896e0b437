package dev.epochal.core.figure;

import dev.epochal.core.stats.AreaUnderRoc;
import dev.epochal.core.stats.Interval;
import dev.epochal.core.stats.PrecisionRecallCurve;
import dev.epochal.core.stats.RocCurve;
import dev.epochal.core.stats.ThresholdCounts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A curve that a threshold on one class's probability runs through, from the highest to the lowest.
 *
 * @param ofClass index of the class, which stands against the rest
 * @param positives images of the class
 * @param negatives images of the others
 * @param area under the curve (AUC), or the average precision; NaN when it does not exist
 * @param low lower end of the area's 95 % interval; NaN when there is none
 * @param high upper end
 * @param points corners of the whole curve; at most {@link #MOST} are kept
 * @param x false positive rate, or recall, of each kept corner
 * @param y true positive rate, or precision
 * @param thresholds an image counts as the class from this probability on
 */
public record ThresholdCurve(
    int ofClass,
    int positives,
    int negatives,
    double area,
    double low,
    double high,
    int points,
    List<Double> x,
    List<Double> y,
    List<Double> thresholds) {
  /** Corners beyond which nobody sees a difference; the areas are of all corners. */
  public static final int MOST = 500;

  /** Corners at the start of a precision-recall curve that are all kept. */
  private static final int FIRST = 100;

  public ThresholdCurve {
    x = List.copyOf(x);
    y = List.copyOf(y);
    thresholds = List.copyOf(thresholds);
    if (x.size() != y.size() || x.size() != thresholds.size()) {
      throw new IllegalArgumentException("each corner has two coordinates and a threshold");
    }
  }

  /** The ROC curve of a class with its area. */
  static ThresholdCurve roc(int ofClass, ThresholdCounts counts, AreaUnderRoc area) {
    RocCurve curve = RocCurve.of(counts);
    int[] kept = kept(curve.size());
    Interval interval = area.interval();
    return new ThresholdCurve(
        ofClass,
        counts.positives(),
        counts.negatives(),
        area.area(),
        interval.low(),
        interval.high(),
        curve.size(),
        at(kept, curve.falsePositiveRates()),
        at(kept, curve.truePositiveRates()),
        at(kept, curve.thresholds()));
  }

  /** The precision-recall curve of a class with its average precision. */
  static ThresholdCurve precisionRecall(int ofClass, ThresholdCounts counts) {
    PrecisionRecallCurve curve = PrecisionRecallCurve.of(counts);
    int[] kept = keptAlongRecall(curve.recalls());
    return new ThresholdCurve(
        ofClass,
        counts.positives(),
        counts.negatives(),
        curve.averagePrecision(),
        Double.NaN,
        Double.NaN,
        curve.size(),
        at(kept, curve.recalls()),
        at(kept, curve.precisions()),
        at(kept, curve.thresholds()));
  }

  /** A class whose curve cannot be known. */
  static ThresholdCurve none(int ofClass, int positives, int negatives) {
    return new ThresholdCurve(
        ofClass,
        positives,
        negatives,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        0,
        List.of(),
        List.of(),
        List.of());
  }

  /** All corners, or as many as are kept, evenly, with the first and the last. */
  static int[] kept(int size) {
    return size <= MOST
        ? IntStream.range(0, size).toArray()
        : IntStream.range(0, MOST).map(i -> (int) ((long) i * (size - 1) / (MOST - 1))).toArray();
  }

  /**
   * As many corners of a precision-recall curve as are kept. Most images of a large split are of
   * other classes, so that by rank alone nearly all kept would lie at the end of recall. Dropped
   * are those between the ends of a stretch of equal recall; of more still, all of the first, where
   * precision jumps, and the others evenly along recall.
   */
  static int[] keptAlongRecall(double[] recalls) {
    int last = recalls.length - 1;
    if (last < MOST) {
      return IntStream.range(0, recalls.length).toArray();
    }
    int[] ends =
        IntStream.rangeClosed(0, last)
            .filter(
                i ->
                    i == 0
                        || i == last
                        || recalls[i] != recalls[i - 1]
                        || recalls[i] != recalls[i + 1])
            .toArray();
    if (ends.length <= MOST) {
      return ends;
    }
    int[] kept = Arrays.copyOf(ends, MOST);
    kept[MOST - 1] = last;
    double from = recalls[ends[FIRST - 1]];
    int at = FIRST;
    for (int k = FIRST; k < MOST - 1; k++) {
      double recall = from + (1 - from) * (k - FIRST + 1) / (MOST - FIRST - 1);
      while (at < ends.length - 1 && recalls[ends[at]] < recall) {
        at++;
      }
      kept[k] = ends[at];
    }
    return IntStream.of(kept).distinct().toArray();
  }

  private static List<Double> at(int[] kept, double[] values) {
    return IntStream.of(kept).mapToObj(i -> values[i]).toList();
  }

  /** Whether there is a curve: some images are of the class and some are not. */
  public boolean exists() {
    return !x.isEmpty();
  }
}
