package dev.epochal.registry;

import java.util.Map;

/**
 * The indexes that find a value of many runs by its name: they hold all that a condition or an
 * order asks for, so a look reads one stretch of one index and no table. Each run adds to all of
 * their pages, so whoever takes in thousands makes them afterwards.
 */
final class NameIndexes {
  private static final Map<String, String> INDEXES =
      Map.of(
          "params_by_name", "params (name, run_id, number, text)",
          "metrics_by_name", "metrics (name, run_id, number)",
          "tags_by_name", "tags (name, run_id, text)");

  private NameIndexes() {}

  static void create(Sql sql) {
    INDEXES.forEach(
        (index, columns) -> sql.update("create index if not exists " + index + " on " + columns));
  }

  static void drop(Sql sql) {
    INDEXES.keySet().forEach(index -> sql.update("drop index if exists " + index));
  }
}
