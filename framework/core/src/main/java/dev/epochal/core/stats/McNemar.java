package dev.epochal.core.stats;

import org.hipparchus.special.Beta;

/**
 * Two models' answers to the same images, and McNemar's test of whether one is right more often.
 *
 * @param bothRight images that both get right
 * @param onlyFirst images that the first alone gets right
 * @param onlySecond images that the second alone gets right
 * @param bothWrong images that both get wrong
 */
public record McNemar(int bothRight, int onlyFirst, int onlySecond, int bothWrong) {

  /** The table of two models' predicted classes, image by image. */
  public static McNemar of(int[] labels, int[] first, int[] second) {
    if (labels.length == 0 || labels.length != first.length || labels.length != second.length) {
      throw new IllegalArgumentException(
          "predictions of the same images are compared, but there are "
              + labels.length
              + " labels, "
              + first.length
              + " and "
              + second.length
              + " predictions");
    }
    int[] counts = new int[4];
    for (int i = 0; i < labels.length; i++) {
      counts[(labels[i] == first[i] ? 0 : 2) + (labels[i] == second[i] ? 0 : 1)]++;
    }
    return new McNemar(counts[0], counts[1], counts[2], counts[3]);
  }

  /** Number of images. */
  public int n() {
    return bothRight + onlyFirst + onlySecond + bothWrong;
  }

  /**
   * The exact two-sided p: how probable it is, were both models equally good, that the images on
   * which they disagree fall at least as unevenly. 1 where they never disagree.
   */
  public double p() {
    int disagreements = onlyFirst + onlySecond;
    if (disagreements == 0) {
      return 1;
    }
    // The tail of the binomial distribution as an incomplete beta function: 1 minus the other tail,
    // as libraries have it, is 0 where the tail is smaller than a double's rounding.
    int fewer = Math.min(onlyFirst, onlySecond);
    return Math.min(1, 2 * Beta.regularizedBeta(0.5, disagreements - fewer, fewer + 1.0));
  }

  /** The second model's accuracy minus the first one's. */
  public double difference() {
    return (double) (onlySecond - onlyFirst) / n();
  }

  /**
   * The 95 % interval of {@link #difference} by Newcombe's hybrid score method for paired
   * proportions, which stays within [-1, 1] and holds for few disagreements too: method 10 of R. G.
   * Newcombe, Improved confidence intervals for the difference between binomial proportions based
   * on paired data, Statistics in Medicine 17 (1998), 2635-2650.
   */
  public Interval interval() {
    int rightFirst = bothRight + onlyFirst;
    int rightSecond = bothRight + onlySecond;
    Interval first = Interval.ofShare(rightFirst, n());
    Interval second = Interval.ofShare(rightSecond, n());
    double shareFirst = (double) rightFirst / n();
    double shareSecond = (double) rightSecond / n();
    double down = together(shareSecond - second.low(), first.high() - shareFirst, correlation());
    double up = together(second.high() - shareSecond, shareFirst - first.low(), correlation());
    return new Interval(difference() - down, difference() + up);
  }

  private static double together(double one, double other, double correlation) {
    return Math.sqrt(one * one - 2 * correlation * one * other + other * other);
  }

  /** How the answers go together: phi, drawn towards 0 where it is positive. */
  private double correlation() {
    double margins =
        (double) (bothRight + onlyFirst)
            * (onlySecond + bothWrong)
            * (bothRight + onlySecond)
            * (onlyFirst + bothWrong);
    if (margins == 0) {
      return 0;
    }
    double excess = (double) bothRight * bothWrong - (double) onlyFirst * onlySecond;
    double corrected = excess > 0 ? Math.max(0, excess - n() / 2.0) : excess;
    return corrected / Math.sqrt(margins);
  }
}
