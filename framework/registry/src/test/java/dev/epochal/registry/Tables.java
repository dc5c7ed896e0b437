package dev.epochal.registry;

import java.nio.file.Path;
import java.sql.ResultSetMetaData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that is in a registry, to be compared. */
final class Tables {
  private Tables() {}

  /** The rows of every table, sorted, as texts. */
  static SortedMap<String, List<String>> of(Path runs) {
    return new Database(DatabaseFile.in(runs), Duration.ofSeconds(5))
        .open(
            sql -> {
              SortedMap<String, List<String>> tables = new TreeMap<>();
              sql.list(
                      "select table_name from information_schema.tables"
                          + " where table_schema = 'PUBLIC' and table_name <> 'flyway_schema_history'",
                      row -> row.getString(1))
                  .forEach(table -> tables.put(table, rows(sql, table)));
              return tables;
            });
  }

  private static List<String> rows(Sql sql, String table) {
    List<String> rows = new ArrayList<>();
    sql.each(
        "select * from " + table,
        row -> {
          StringBuilder text = new StringBuilder();
          ResultSetMetaData columns = row.getMetaData();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = row.getObject(i);
            text.append(columns.getColumnName(i))
                .append('=')
                .append(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value)
                .append("; ");
          }
          rows.add(text.toString());
        });
    rows.sort(null);
    return rows;
  }
}
