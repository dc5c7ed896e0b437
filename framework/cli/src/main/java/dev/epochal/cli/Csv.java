package dev.epochal.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comma-separated values, quoted as RFC 4180 says, lines ended by a line feed. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
final class Csv {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?|-Infinity");

  private Csv() {}

  static String of(Table table) {
    return line(table.header())
        + table.rows().stream().map(Csv::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\n"));
  }

  private static String cell(String text) {
    String harmless = isFormula(text) ? "'" + text : text;
    boolean plain = harmless.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty()
        && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0
        && !NUMBER.matcher(text).matches();
  }
}
