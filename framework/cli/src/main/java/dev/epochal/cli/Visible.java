package dev.epochal.cli;

/**
 * Text that does nothing to a terminal but stand there. Names, notes and logs come from anywhere,
 * and a control character among them could clear the screen, or show other text than there is. Each
 * is written as {@code \}{@code u001b}, which in JSON means what it was; {@link Plain} leaves it
 * out.
 */
final class Visible {
  private Visible() {}

  /** With its lines; a carriage return counts as part of a line's end alone. */
  static String text(String text) {
    int first = 0;
    while (first < text.length() && isHarmless(text, first)) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      visible.append(isHarmless(text, i) ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    return visible.toString();
  }

  private static boolean isHarmless(String text, int at) {
    char c = text.charAt(at);
    if (c == '\r') {
      return at + 1 < text.length() && text.charAt(at + 1) == '\n';
    }
    return c == '\n' || c == '\t' || !(Character.isISOControl(c) || turnsText(c));
  }

  /** Characters that make text run the other way. */
  private static boolean turnsText(char c) {
    return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
  }
}
