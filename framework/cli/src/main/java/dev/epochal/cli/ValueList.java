package dev.epochal.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.epochal.core.json.Json;
import dev.epochal.registry.RunValues;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Runs with the columns that a person chose. */
final class ValueList {
  private final List<ShownColumn> columns;
  private final List<RunValues> runs;

  ValueList(List<ShownColumn> columns, List<RunValues> runs) {
    this.columns = columns;
    this.runs = runs;
  }

  /** For people. */
  Table text() {
    return table(ShownColumn::text);
  }

  /** For CSV: numbers whole, times as ISO-8601 UTC, durations in seconds. */
  Table raw() {
    return table((column, value) -> ShownColumn.raw(value));
  }

  private Table table(BiFunction<ShownColumn, @Nullable Object, String> cell) {
    List<List<String>> rows = new ArrayList<>();
    for (RunValues run : runs) {
      List<String> row = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        row.add(cell.apply(columns.get(i), run.values().get(i)));
      }
      rows.add(row);
    }
    return new Table(columns.stream().map(ShownColumn::written).toList(), rows);
  }

  /** An array with an object for each run: its values by the columns as they were written. */
  ArrayNode json() {
    ArrayNode array = Json.mapper().createArrayNode();
    for (RunValues run : runs) {
      ObjectNode object = array.addObject();
      for (int i = 0; i < columns.size(); i++) {
        object.set(columns.get(i).written(), columns.get(i).json(run.values().get(i)));
      }
    }
    return array;
  }
}
