package dev.epochal.cli;

import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** Texts that came from elsewhere, made fit for a line of a terminal. */
final class Plain {
  /** What a terminal takes for commands: CSI and OSC sequences, and other escapes. */
  private static final Pattern ESCAPES =
      Pattern.compile(
          "(\u001b\\[|\u009b)[0-?]*[ -/]*[@-~]?"
              + "|(\u001b[\\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]*"
              + "(\u0007|\u001b\\\\|\u009c)?"
              + "|\u001b[ -/]*[0-~]?");

  /** Controls, line breaks, and what turns the direction of writing around. */
  private static final Pattern CONTROLS =
      Pattern.compile("[\\p{Cntrl}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f]+");

  private Plain() {}

  /** On one line, and without anything that a terminal obeys. */
  static String of(String text) {
    return CONTROLS.matcher(ESCAPES.matcher(text).replaceAll("")).replaceAll(" ").strip();
  }

  /** How many columns of a terminal a text takes. */
  static int width(String text) {
    return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }

  /** At most so many columns of it, with … where something is left out. */
  static String cut(String text, int columns) {
    if (width(text) <= columns) {
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
    String blanks = " ".repeat(Math.max(0, columns - width(text)));
    return right ? blanks + text : text + blanks;
  }
}
