package dev.epochal.figures;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text that fits where it is put, whatever names people give to their runs and classes. */
final class Text {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final String ELLIPSIS = "…";

  /** Longer names are cut before they are measured; no line of a figure holds as much. */
  private static final int LONGEST = 2_000;

  private Text() {}

  static double width(String text, Font font) {
    return font.getStringBounds(text, CONTEXT).getWidth();
  }

  static double lineHeight(Font font) {
    return Math.ceil(font.getLineMetrics("Ág", CONTEXT).getHeight());
  }

  static double ascent(Font font) {
    return font.getLineMetrics("Ág", CONTEXT).getAscent();
  }

  /**
   * The text on one line, without control characters, and without the invisible marks that could
   * turn the direction of what is drawn beside it.
   */
  static String clean(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> out.appendCodePoint(visible(c)));
    return out.toString().replace("\u0000", "").replaceAll("\\s+", " ").strip();
  }

  private static int visible(int codePoint) {
    final int zeroWidthJoiner = 0x200D; // holds composed emoji together
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
      case Character.FORMAT -> codePoint == zeroWidthJoiner ? codePoint : 0;
      case Character.SURROGATE -> 0xFFFD;
      default -> codePoint;
    };
  }

  /** The clean text, cut with an ellipsis between two characters as people see them. */
  static String ellipsized(String text, Font font, double width) {
    String clean = clean(text);
    if (width(clean, font) <= width) {
      return clean;
    }
    return clean.substring(0, fitting(clean, font, width - width(ELLIPSIS, font))).strip()
        + ELLIPSIS;
  }

  /** The clean text in at most so many lines, the last one ellipsized. */
  static List<String> wrapped(String text, Font font, double width, int lines) {
    List<String> out = new ArrayList<>();
    String rest = clean(text);
    while (width(rest, font) > width && out.size() < lines - 1) {
      int end = Math.max(1, fitting(rest, font, width));
      int space = rest.lastIndexOf(' ', end);
      int cut = space > 0 ? space : end;
      out.add(rest.substring(0, cut).strip());
      rest = rest.substring(cut).strip();
    }
    out.add(ellipsized(rest, font, width));
    return out;
  }

  /** How many chars of the text fit, ending between characters. */
  private static int fitting(String text, Font font, double width) {
    BreakIterator boundaries = BreakIterator.getCharacterInstance(Locale.ROOT);
    boundaries.setText(text);
    int fits = 0;
    for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
      if (width(text.substring(0, end), font) > width) {
        break;
      }
      fits = end;
    }
    return fits;
  }
}
