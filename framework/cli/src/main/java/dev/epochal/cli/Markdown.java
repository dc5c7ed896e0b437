package dev.epochal.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Tables and lines as Markdown, in which nothing of a text is taken for markup. */
final class Markdown {
  private Markdown() {}

  static String of(Table table) {
    String rule = table.header().stream().map(cell -> "---").collect(Collectors.joining("|"));
    return line(table.header())
        + "|"
        + rule
        + "|\n"
        + table.rows().stream().map(Markdown::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream().map(Markdown::text).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** A text that came from elsewhere. */
  static String text(String text) {
    StringBuilder safe = new StringBuilder();
    for (char c : Plain.of(text).toCharArray()) {
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '|', '\\', '`', '*', '_', '[', ']', '~', '#', '!' -> safe.append('\\').append(c);
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }
}
