package dev.epochal.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as figures write them, the same in every locale. */
final class Numbers {
  private Numbers() {}

  /** A count: {@code 48,000}. */
  static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** A share as a percentage: {@code 98.12 %}, or {@code –} of nothing. */
  static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.2f %%", 100 * share) : "–";
  }

  /** A value to four significant digits: {@code 0.2134}, {@code 1.2e30}. */
  static String value(double value) {
    return rounded(value, 4);
  }

  /** A share to four decimals: {@code 0.9931}, or {@code –} of nothing. */
  static String share(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.4f", share) : "–";
  }

  /** A value to three significant digits, or its name when it is no number. */
  static String short3(double value) {
    return Double.isFinite(value) ? rounded(value, 3) : String.valueOf(value);
  }

  /** A tick's value in as few digits as it has, six at most. */
  static String tick(double value) {
    return rounded(value, 6);
  }

  private static String rounded(double value, int significant) {
    if (value == 0) {
      return "0";
    }
    BigDecimal digits =
        new BigDecimal(value).round(new MathContext(significant)).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= -3 && exponent < 5) {
      return typographic(digits.toPlainString());
    }
    String mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    return typographic(mantissa + "e" + exponent);
  }

  private static String typographic(String number) {
    return number.replace('-', '−');
  }
}
