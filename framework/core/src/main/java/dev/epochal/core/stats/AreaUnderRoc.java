package dev.epochal.core.stats;

import java.util.List;

/**
 * The area under a ROC curve with what each image adds to its error, after DeLong, DeLong and
 * Clarke-Pearson (1988), by Sun and Xu's ranks (2014).
 *
 * @param area NaN when one side has no images
 * @param influence {@code [images]}: the squares add up to the area's variance; NaN when a side has
 *     fewer than two images
 */
@SuppressWarnings("ArrayRecordComponent") // plain bulk data: shared, never copied or compared
public record AreaUnderRoc(double area, double[] influence) {
  /** Standard deviations that hold 95 % of a normal distribution. */
  private static final double Z95 = 1.959963984540054;

  /**
   * The area of one class against the rest; ties count half.
   *
   * @param scores finite
   * @param positive whether each image is of the class
   */
  public static AreaUnderRoc of(float[] scores, boolean[] positive) {
    int n = scores.length;
    Ranked ranked = Ranked.of(scores);
    double[] share = new double[n];
    long positives = 0;
    for (boolean is : positive) {
      positives += is ? 1 : 0;
    }
    long negatives = n - positives;
    // Twice the pairs in the right order, and once those that tie: whole, so the area is exact.
    long halves = 0;
    long positivesBefore = 0;
    for (int from = 0; from < n; from = ranked.end()[from]) {
      int to = ranked.end()[from];
      long tied = 0;
      for (int k = from; k < to; k++) {
        tied += positive[ranked.order()[k]] ? 1 : 0;
      }
      long halvesBelow = 2 * (from - positivesBefore) + to - from - tied;
      halves += tied * halvesBelow;
      double below = halvesBelow / 2.0;
      double above = positives - positivesBefore - tied + tied / 2.0;
      for (int k = from; k < to; k++) {
        int image = ranked.order()[k];
        share[image] = positive[image] ? below / negatives : above / positives;
      }
      positivesBefore += tied;
    }
    double area = halves / (2.0 * positives * negatives);
    for (int i = 0; i < n; i++) {
      double side = positive[i] ? positives : negatives;
      share[i] = (share[i] - area) / Math.sqrt(side * (side - 1));
    }
    boolean few = positives < 2 || negatives < 2;
    return new AreaUnderRoc(area, few ? new double[] {Double.NaN} : share);
  }

  /** The mean of several classes' areas over the same images, whose errors hang together. */
  public static AreaUnderRoc mean(List<AreaUnderRoc> areas) {
    if (areas.isEmpty()) {
      return new AreaUnderRoc(Double.NaN, new double[] {Double.NaN});
    }
    int n = areas.stream().mapToInt(each -> each.influence().length).max().orElse(1);
    double area = 0;
    double[] influence = new double[n];
    for (AreaUnderRoc each : areas) {
      area += each.area() / areas.size();
      for (int i = 0; i < n; i++) {
        double part = each.influence().length == n ? each.influence()[i] : Double.NaN;
        influence[i] += part / areas.size();
      }
    }
    return new AreaUnderRoc(area, influence);
  }

  public double variance() {
    double variance = 0;
    for (double part : influence) {
      variance += part * part;
    }
    return variance;
  }

  /**
   * The 95 % interval, within [0, 1]; NaN where no image adds to the error, as when the classes are
   * told apart without a mistake: that another draw would err, no normal distribution can tell.
   */
  public Interval interval() {
    if (!(variance() > 0)) {
      return new Interval(Double.NaN, Double.NaN);
    }
    double half = Z95 * Math.sqrt(variance());
    return new Interval(Math.max(0, area - half), Math.min(1, area + half));
  }
}
