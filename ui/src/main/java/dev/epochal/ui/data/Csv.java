package dev.epochal.ui.data;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table for a spreadsheet, by RFC 4180. */
public final class Csv {
  private final StringBuilder text = new StringBuilder();

  public Csv(List<String> columns) {
    List<@Nullable Object> header = new ArrayList<>(List.of("id", "name"));
    header.addAll(columns);
    line(header);
  }

  /** One more line. */
  public void add(RunsTable.Row run) {
    List<@Nullable Object> values = new ArrayList<>(List.of(run.id(), run.name()));
    values.addAll(run.values());
    line(values);
  }

  public String text() {
    return text.toString();
  }

  private void line(List<@Nullable Object> values) {
    String between = "";
    for (Object value : values) {
      text.append(between).append(cell(value));
      between = ",";
    }
    text.append("\r\n");
  }

  /** A text that a spreadsheet would take for a formula is kept from being one. */
  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    if (value instanceof String && text.matches("(?s)[=+@\\t\\r-].*")) {
      text = "'" + text;
    }
    return text.matches("(?s).*[\",\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
