package dev.epochal.cli;

import com.github.freva.asciitable.AsciiTable;
import java.util.stream.Collectors;

/** How tables look: a line under the header, no frame. */
final class Tables {
  /** AsciiTable's border with only the line under the header left. */
  static final Character[] BORDER = border();

  private Tables() {}

  private static Character[] border() {
    Character[] border = new Character[AsciiTable.NO_BORDERS.length];
    System.arraycopy(AsciiTable.NO_BORDERS, 0, border, 0, border.length);
    return border;
  }

  /** Without blanks at the ends of lines, and without a blank first or last line. */
  static String trimmed(String table) {
    return table
        .lines()
        .map(String::stripTrailing)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
