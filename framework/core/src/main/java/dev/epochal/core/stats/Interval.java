package dev.epochal.core.stats;

/**
 * From a lower to an upper bound.
 *
 * @param low NaN when there is none
 * @param high likewise
 */
public record Interval(double low, double high) {
  private static final double Z95 = 1.959963984540054;

  /** Wilson's 95 % interval of a share: {@code part} of {@code all}. */
  public static Interval ofShare(int part, int all) {
    if (all == 0) {
      return new Interval(Double.NaN, Double.NaN);
    }
    double share = (double) part / all;
    double z = Z95 * Z95 / all;
    double middle = (share + z / 2) / (1 + z);
    double half = Z95 / (1 + z) * Math.sqrt(share * (1 - share) / all + z / (4 * all));
    // The bounds of none and of all are exact; rounding would miss them.
    return new Interval(part == 0 ? 0 : middle - half, part == all ? 1 : middle + half);
  }
}
