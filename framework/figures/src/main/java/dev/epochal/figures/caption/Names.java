package dev.epochal.figures.caption;

import java.util.List;

/** Names that others chose, as a sentence can hold them. */
public final class Names {
  private static final int LONGEST = 40;
  private static final int ZERO_WIDTH_JOINER = 0x200D; // holds composed emoji together

  private Names() {}

  /** The name of a class; its index where it has none. */
  static String ofClass(List<String> names, int index) {
    return index < names.size() && !names.get(index).isBlank() ? of(names.get(index)) : "#" + index;
  }

  /**
   * The name on one line, cut when it is long; set apart by Unicode's isolates where it is not
   * plain ASCII, so that one in a right-to-left script cannot turn the words beside it around.
   */
  public static String of(String name) {
    StringBuilder out = new StringBuilder();
    boolean ascii = true;
    int length = 0;
    for (int c : name.strip().codePoints().toArray()) {
      if (length++ == LONGEST) {
        out.append('…');
        break;
      }
      ascii &= c < 128;
      switch (Character.getType(c)) {
        case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
            out.append(' ');
        case Character.FORMAT -> out.append(c == ZERO_WIDTH_JOINER ? "\u200D" : "");
        case Character.SURROGATE -> out.append('\uFFFD');
        default -> out.appendCodePoint(c);
      }
    }
    String line = out.toString().replaceAll("\\s+", " ");
    return ascii ? line : "\u2068" + line + "\u2069";
  }
}
