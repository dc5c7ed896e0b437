package dev.epochal.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.filter.Condition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Pages of runs: one query for the runs and one for each kind of thing that they have. */
final class SummaryQuery {
  private final Sql sql;
  private final String page;
  private final Object[] arguments;

  /**
   * A query of one page.
   *
   * @param page what follows the columns in SQL
   */
  private SummaryQuery(Sql sql, String page, Object... arguments) {
    this.sql = sql;
    this.page = page;
    this.arguments = arguments;
  }

  /** The runs of a query, in its order. */
  static List<RunSummary> of(Sql sql, RunPart part, RunQuery query) {
    return page(sql, part, query).summaries();
  }

  /** Their names alone. */
  static List<RunName> names(Sql sql, RunPart part, RunQuery query) {
    SummaryQuery page = page(sql, part, query);
    return sql.list(
        "select id, name" + page.page,
        row -> new RunName(row.getString(1), row.getString(2)),
        page.arguments);
  }

  private static SummaryQuery page(Sql sql, RunPart part, RunQuery query) {
    StringBuilder page = new StringBuilder(" from runs where ").append(part.sql());
    List<Object> arguments = new ArrayList<>();
    if (query.filter() != null) {
      Condition condition = Condition.of(query.filter());
      page.append(" and ").append(condition.sql());
      arguments.addAll(condition.arguments());
    }
    page.append(" order by ");
    for (RunQuery.Order order : query.order()) {
      Condition by = Condition.value(order.by());
      page.append(by.sql()).append(order.descending() ? " desc" : "").append(" nulls last, ");
      arguments.addAll(by.arguments());
    }
    page.append("started desc, id desc limit ?");
    arguments.add(query.limit());
    return new SummaryQuery(sql, page.toString(), arguments.toArray());
  }

  static RunSummary one(Sql sql, String id) {
    return new SummaryQuery(sql, " from runs where id = ?", id).summaries().get(0);
  }

  private List<RunSummary> summaries() {
    Map<String, SortedMap<String, String>> params = new HashMap<>();
    Map<String, SortedMap<String, Double>> metrics = new HashMap<>();
    Map<String, SortedMap<String, String>> tags = new HashMap<>();
    each("params", "text", row -> put(params, row, row.getString(3)));
    each("metrics", "number", row -> put(metrics, row, row.getDouble(3)));
    each("tags", "text", row -> put(tags, row, row.getString(3)));
    return sql.list(
        "select *" + page,
        row -> {
          String id = row.getString("id");
          return summary(
              row,
              params.getOrDefault(id, new TreeMap<>()),
              metrics.getOrDefault(id, new TreeMap<>()),
              tags.getOrDefault(id, new TreeMap<>()));
        },
        arguments);
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
        dataset(row),
        recordingErrors(row));
  }

  private static List<String> recordingErrors(ResultSet row) throws SQLException {
    try {
      return Json.parse(row.getString("recording_errors"), new TypeReference<List<String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the recording errors of a run are not what was stored", e);
    }
  }

  private static @Nullable DatasetUse dataset(ResultSet row) throws SQLException {
    String requested = row.getString("dataset_requested");
    return requested == null
        ? null
        : new DatasetUse(requested, row.getString("dataset_used"), row.getString("dataset_reason"));
  }

  /** Rows {@code (run, name, value)} of the page's runs. */
  private void each(String table, String column, Sql.RowReader reader) {
    sql.each(
        "select t.run_id, t.name, t."
            + column
            + " from ("
            + "select id"
            + page
            + ") page join "
            + table
            + " t on t.run_id = page.id",
        reader,
        arguments);
  }

  private static <V> void put(Map<String, SortedMap<String, V>> byRun, ResultSet row, V value)
      throws SQLException {
    byRun.computeIfAbsent(row.getString(1), run -> new TreeMap<>()).put(row.getString(2), value);
  }
}
