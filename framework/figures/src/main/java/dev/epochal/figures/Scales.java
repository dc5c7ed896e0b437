package dev.epochal.figures;

import java.util.Collection;
import org.jfree.data.Range;

/** The scale and the range with which values can be seen, however they spread. */
final class Scales {
  /** Decades beyond which a linear axis would press the small values into one line. */
  private static final double DECADES = 3;

  /** Decades of values whose differences a double cannot hold, or nearly not. */
  private static final double HUGE = 300;

  private static final double PADDING = 0.06;

  /** Less room around a constant than this cannot be divided into ticks. */
  private static final double TINY = 1e-300;

  private Scales() {}

  /** The scale for these values, of which only the finite ones count. */
  static Scale fitting(Collection<Double> values) {
    double[] sizes =
        values.stream()
            .filter(v -> Double.isFinite(v) && v != 0)
            .mapToDouble(Math::abs)
            .sorted()
            .toArray();
    if (sizes.length == 0) {
      return LinearScale.ANY;
    }
    double largest = Math.log10(sizes[sizes.length - 1]);
    boolean positive = values.stream().noneMatch(v -> Double.isFinite(v) && v <= 0);
    if (positive) {
      return largest - Math.log10(sizes[0]) > DECADES ? new LogScale() : LinearScale.ANY;
    }
    // Against the middle size, not the least: values that cross zero come close to it by chance.
    double middle = Math.log10(sizes[sizes.length / 2]);
    if (largest - middle <= DECADES && largest <= HUGE) {
      return LinearScale.ANY;
    }
    double small = Math.log10(sizes[sizes.length / 4]);
    return new SymlogScale(Math.pow(10, Math.max(-HUGE, Math.floor(small))));
  }

  /** From the least to the greatest finite value with some room around, never empty. */
  static Range around(Collection<Double> values, Scale scale) {
    double[] at =
        values.stream().filter(Double::isFinite).mapToDouble(scale::at).sorted().toArray();
    double low = at.length == 0 ? 0 : at[0];
    double high = at.length == 0 ? 1 : at[at.length - 1];
    double spread = high - low;
    double size = Math.max(Math.abs(low), Math.abs(high));
    double room = spread > 1e-6 * size ? PADDING * spread : 0.1 * size;
    if (room < TINY) {
      room = 1;
    }
    return new Range(clamped(scale.valueAt(low - room)), clamped(scale.valueAt(high + room)));
  }

  private static double clamped(double value) {
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
  }
}
