package dev.epochal.registry;

import dev.epochal.core.run.RunStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Pages of runs: one query for the runs and one for each kind of thing that they have. */
final class SummaryQuery {
  private static final String NEWEST = "select %s from runs order by started desc, id desc limit ?";
  private static final String ONE = "select %s from runs where id = ?";

  private final Handle handle;
  private final String page;
  private final Object argument;

  private SummaryQuery(Handle handle, String page, Object argument) {
    this.handle = handle;
    this.page = page;
    this.argument = argument;
  }

  /** The runs that were started last, the last one first. */
  static List<RunSummary> newest(Handle handle, int limit) {
    return new SummaryQuery(handle, NEWEST, limit).summaries();
  }

  static RunSummary one(Handle handle, String id) {
    return new SummaryQuery(handle, ONE, id).summaries().get(0);
  }

  private List<RunSummary> summaries() {
    Map<String, SortedMap<String, String>> params = new HashMap<>();
    Map<String, SortedMap<String, Double>> metrics = new HashMap<>();
    Map<String, SortedMap<String, String>> tags = new HashMap<>();
    each("params", "text", row -> put(params, row, row.getString(3)));
    each("metrics", "number", row -> put(metrics, row, row.getDouble(3)));
    each("tags", "text", row -> put(tags, row, row.getString(3)));
    try (Query query = handle.createQuery(page.formatted("*"))) {
      return query
          .bind(0, argument)
          .map(
              (row, context) -> {
                String id = row.getString("id");
                return summary(
                    row,
                    params.getOrDefault(id, new TreeMap<>()),
                    metrics.getOrDefault(id, new TreeMap<>()),
                    tags.getOrDefault(id, new TreeMap<>()));
              })
          .list();
    }
  }

  private static RunSummary summary(
      ResultSet row,
      SortedMap<String, String> params,
      SortedMap<String, Double> metrics,
      SortedMap<String, String> tags)
      throws SQLException {
    Instant started = Objects.requireNonNull(Instants.read(row, "started"));
    Instant ended = Instants.read(row, "ended");
    return new RunSummary(
        row.getString("id"),
        row.getString("name"),
        row.getString("experiment"),
        null,
        RunStatus.valueOf(row.getString("status")),
        row.getLong("seed"),
        started,
        ended,
        ended == null ? null : Duration.between(started, ended).toNanos() / 1e9,
        params,
        metrics,
        tags,
        dataset(row));
  }

  private static @Nullable DatasetUse dataset(ResultSet row) throws SQLException {
    String requested = row.getString("dataset_requested");
    return requested == null
        ? null
        : new DatasetUse(requested, row.getString("dataset_used"), row.getString("dataset_reason"));
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /** Rows {@code (run, name, value)} of the page's runs. */
  private void each(String table, String column, RowReader reader) {
    String sql =
        "select t.run_id, t.name, t."
            + column
            + " from ("
            + page.formatted("id")
            + ") page join "
            + table
            + " t on t.run_id = page.id";
    try (Query query = handle.createQuery(sql)) {
      query
          .bind(0, argument)
          .scanResultSet(
              (rows, context) -> {
                ResultSet row = rows.get();
                while (row.next()) {
                  reader.read(row);
                }
                return null;
              });
    }
  }

  private static <V> void put(Map<String, SortedMap<String, V>> byRun, ResultSet row, V value)
      throws SQLException {
    byRun.computeIfAbsent(row.getString(1), run -> new TreeMap<>()).put(row.getString(2), value);
  }
}
