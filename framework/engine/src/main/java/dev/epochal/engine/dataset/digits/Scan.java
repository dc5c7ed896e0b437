package dev.epochal.engine.dataset.digits;

import static dev.epochal.engine.dataset.digits.DigitsGenerator.PIXELS;
import static dev.epochal.engine.dataset.digits.DigitsGenerator.SIDE;

/** Turns drawn light into the grey values of a scan: blurred, saturated, grainy. */
final class Scan {
  private Scan() {}

  /** One byte per pixel, 0 wherever no ink came. */
  static byte[] of(double[] light, Hand hand, SplitMix64 random) {
    double side = StrictMath.exp(-0.5 / (hand.blur() * hand.blur()));
    double[] blurred = blur(blur(light, side, 1), side, SIDE);
    byte[] grey = new byte[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      // Grain before saturation: paper shows at a stroke's edges, its middle stays white.
      double ink = blurred[i] * hand.ink() * (1 - hand.grain() * random.unit());
      grey[i] = (byte) (int) Math.min(ink, 255);
    }
    return grey;
  }

  // Three taps: a Gaussian as narrow as this has nothing worth adding two pixels away.
  private static double[] blur(double[] values, double side, int step) {
    double[] blurred = new double[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      int at = step == 1 ? i % SIDE : i / SIDE;
      double before = at == 0 ? 0 : values[i - step];
      double after = at == SIDE - 1 ? 0 : values[i + step];
      blurred[i] = (values[i] + side * (before + after)) / (1 + 2 * side);
    }
    return blurred;
  }
}
