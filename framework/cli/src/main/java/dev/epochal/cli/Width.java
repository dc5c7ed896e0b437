package dev.epochal.cli;

import org.jline.utils.WCWidth;

/** Columns of a terminal: a Chinese character takes two, an accent of its own none. */
final class Width {
  private Width() {}

  /** How many columns of a terminal a text takes. */
  static int of(String text) {
    return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }

  /** At most so many columns of it, with … where something is left out. */
  static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int taken = 0;
    for (int c : (Iterable<Integer>) text.codePoints()::iterator) {
      taken += Math.max(0, WCWidth.wcwidth(c));
      if (taken > columns - 1) {
        break;
      }
      cut.appendCodePoint(c);
    }
    return cut.append('…').toString();
  }

  /** Filled up with blanks to so many columns. */
  static String pad(String text, int columns, boolean right) {
    String blanks = " ".repeat(Math.max(0, columns - of(text)));
    return right ? blanks + text : text + blanks;
  }
}
