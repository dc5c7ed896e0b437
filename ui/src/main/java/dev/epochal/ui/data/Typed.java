package dev.epochal.ui.data;

import java.math.BigDecimal;

/** A param as what it is: the registry keeps all of them as text. */
final class Typed {
  private Typed() {}

  /** A Boolean, a BigDecimal or the text itself, as in {@code --json}. */
  static Object of(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    return text.matches("-?\\d{1,19}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?")
        ? new BigDecimal(text)
        : text;
  }
}
