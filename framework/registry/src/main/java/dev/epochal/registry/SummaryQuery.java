package dev.epochal.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.RunStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Summaries of runs: one query for the runs and one for each kind of thing that they have. */
final class SummaryQuery {
  /** As many runs are read at once; more are read one lot after the other. */
  private static final int AT_ONCE = 50;

  private final Sql sql;
  private final List<String> ids;

  /** The same few names and values stand in most runs: kept once. */
  private final Map<String, String> texts;

  private final Map<Set<String>, String[]> keys;

  private SummaryQuery(
      Sql sql, List<String> ids, Map<String, String> texts, Map<Set<String>, String[]> keys) {
    this.sql = sql;
    this.ids = ids;
    this.texts = texts;
    this.keys = keys;
  }

  /** The summaries of runs that are there, in the order of their ids here. */
  static List<RunSummary> of(Sql sql, List<String> ids) {
    Map<String, String> texts = new HashMap<>();
    Map<Set<String>, String[]> keys = new HashMap<>();
    List<RunSummary> summaries = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<String> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
      summaries.addAll(new SummaryQuery(sql, some, texts, keys).summaries());
    }
    return summaries;
  }

  private List<RunSummary> summaries() {
    Map<String, SortedMap<String, String>> params = new HashMap<>();
    Map<String, SortedMap<String, Double>> metrics = new HashMap<>();
    Map<String, SortedMap<String, String>> tags = new HashMap<>();
    each("params", "text", row -> put(params, row, once(row.getString(3))));
    each("metrics", "number", row -> put(metrics, row, row.getDouble(3)));
    each("tags", "text", row -> put(tags, row, once(row.getString(3))));
    Map<String, RunSummary> byId = new HashMap<>();
    sql.each(
        "select * from runs where id in " + marks(),
        row -> {
          String id = row.getString("id");
          byId.put(id, summary(row, lean(params, id), lean(metrics, id), lean(tags, id)));
        },
        ids.toArray());
    return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
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
        row.getString("sweep"),
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

  /** Rows {@code (run, name, value)}. */
  private void each(String table, String column, Sql.RowReader reader) {
    sql.each(
        "select run_id, name, " + column + " from " + table + " where run_id in " + marks(),
        reader,
        ids.toArray());
  }

  private String marks() {
    return "(?" + ", ?".repeat(ids.size() - 1) + ")";
  }

  private <V> void put(Map<String, SortedMap<String, V>> byRun, ResultSet row, V value)
      throws SQLException {
    byRun
        .computeIfAbsent(row.getString(1), run -> new TreeMap<>())
        .put(once(row.getString(2)), value);
  }

  private <V> LeanMap<V> lean(Map<String, SortedMap<String, V>> byRun, String id) {
    return LeanMap.of(byRun.getOrDefault(id, new TreeMap<>()), keys);
  }

  private String once(String text) {
    return texts.computeIfAbsent(text, same -> same);
  }
}
