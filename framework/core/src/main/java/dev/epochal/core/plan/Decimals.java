package dev.epochal.core.plan;

import java.math.BigDecimal;

/** Numbers as a person writes them: {@code 255}, {@code 0.1}, {@code 1e-8}. */
public final class Decimals {
  private Decimals() {}

  /** The shortest text that reads back as the same number. */
  public static String text(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    double magnitude = Math.abs(number);
    return number == 0 || (magnitude >= 1e-4 && magnitude < 1e15)
        ? exact.toPlainString()
        : exact.toString().replace("E+", "e").replace("E", "e");
  }
}
