package dev.epochal.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.epochal.core.json.Json;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.Note;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepMethod;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.filter.Condition;
import dev.epochal.registry.filter.FilterParser;
import dev.epochal.registry.filter.Operand;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sweeps with their trials, as the rows have them. */
final class SweepQuery {
  private final Sql sql;
  private final Path runs;

  SweepQuery(Sql sql, Path runs) {
    this.sql = sql;
    this.runs = runs;
  }

  /** A sweep's row. */
  private record Row(
      String id,
      String name,
      String experiment,
      RunStatus status,
      SweepMethod method,
      Instant started,
      @Nullable Instant ended,
      @Nullable String reason,
      int planned,
      String metric,
      Goal goal,
      @Nullable Instant deleted,
      String notes) {
    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getString("id"),
          row.getString("name"),
          row.getString("experiment"),
          RunStatus.valueOf(row.getString("status")),
          SweepMethod.valueOf(row.getString("method")),
          Objects.requireNonNull(Instants.read(row, "started")),
          Instants.read(row, "ended"),
          row.getString("reason"),
          row.getInt("planned"),
          row.getString("metric"),
          Goal.valueOf(row.getString("goal")),
          Instants.read(row, "deleted"),
          row.getString("notes"));
    }
  }

  /** The sweeps that were started last, the last one first. */
  List<SweepSummary> newest(RunPart part, int limit) {
    List<Row> rows =
        sql.list(
            "select * from sweeps where " + part.sql() + " order by started desc, id desc limit ?",
            Row::of,
            limit);
    return rows.stream().map(row -> summary(row, trials(row))).toList();
  }

  SweepDetail detail(String id) {
    Row row = sql.first("select * from sweeps where id = ?", Row::of, id).orElseThrow();
    List<SweepTrial> trials = trials(row);
    TestReads testReads = new TestReads(sql);
    return new SweepDetail(
        summary(row, trials),
        record(id).named(row.name()),
        folder(id).path(),
        trials,
        row.deleted(),
        parsed(row.notes(), new TypeReference<List<Note>>() {}, id),
        testReads.byTrials(id),
        testReads.ofTrials(id));
  }

  /** Where a sweep lies, or lay. */
  SweepFolder folder(String id) {
    return sql.first(
            "select folder from sweeps where id = ?",
            row -> new SweepFolder(RunPlace.of(runs, id, row.getString(1)).path()),
            id)
        .orElseGet(() -> SweepFolder.of(runs, id));
  }

  private SweepRecord record(String id) {
    List<String> parts =
        sql.list(
            "select text from sweep_records where sweep_id = ? order by part",
            row -> row.getString(1),
            id);
    return parsed(String.join("", parts), new TypeReference<SweepRecord>() {}, id);
  }

  /** A deleted run is none of a sweep's trials, unless the sweep was deleted with it. */
  private List<SweepTrial> trials(Row sweep) {
    Operand metric = metric(sweep.metric());
    ReachedTable.fill(sql, List.of(metric));
    Condition value = Condition.value(metric);
    List<Object> arguments = new ArrayList<>(value.arguments());
    arguments.add(sweep.id());
    return sql.list(
        "select number, settings, run_id, reused, stopped, broken, selected, status, reason, deleted, "
            + value.sql()
            + " as metric_value from trials left join runs on runs.id = run_id"
            + " where sweep_id = ? order by number",
        row -> trial(row, sweep),
        arguments.toArray());
  }

  private static SweepTrial trial(ResultSet row, Row sweep) throws SQLException {
    String status = row.getString("status");
    boolean deleted = Instants.read(row, "deleted") != null && sweep.deleted() == null;
    boolean there = status != null && !deleted;
    String broken = status == null ? row.getString("broken") : null;
    double value = row.getDouble("metric_value");
    boolean measured = !row.wasNull() && there;
    return new SweepTrial(
        row.getInt("number"),
        parsed(
            row.getString("settings"),
            new TypeReference<SortedMap<String, String>>() {},
            sweep.id()),
        row.getString("run_id"),
        row.getBoolean("reused"),
        there ? RunStatus.valueOf(status) : broken == null ? null : RunStatus.FAILED,
        deleted ? "the run was deleted" : there ? row.getString("reason") : broken,
        row.getString("stopped"),
        measured ? (Double) value : null,
        row.getBoolean("selected"));
  }

  private static Operand metric(String name) {
    if (name.startsWith("epochsTo") || name.startsWith("secondsTo")) {
      try {
        return FilterParser.operands("metric", List.of(name)).get(0);
      } catch (InvalidInputException e) {
        return new Operand.Metric(name); // a metric that happens to be called so
      }
    }
    return new Operand.Metric(name);
  }

  private static SweepSummary summary(Row sweep, List<SweepTrial> trials) {
    Map<RunStatus, Integer> byStatus = new EnumMap<>(RunStatus.class);
    for (SweepTrial trial : trials) {
      if (trial.status() != null) {
        byStatus.merge(trial.status(), 1, Integer::sum);
      }
    }
    SweepTrial best = best(sweep.goal(), trials);
    return new SweepSummary(
        sweep.id(),
        sweep.name(),
        sweep.experiment(),
        sweep.status(),
        sweep.method(),
        sweep.started(),
        sweep.ended(),
        sweep.planned(),
        new TreeMap<>(byStatus),
        (int) trials.stream().filter(SweepTrial::reused).count(),
        (int) trials.stream().filter(trial -> trial.stopped() != null).count(),
        sweep.metric(),
        sweep.goal(),
        best == null ? null : best.run(),
        best == null ? null : best.metric(),
        sweep.reason());
  }

  /** Of equal ones the first. */
  private static @Nullable SweepTrial best(Goal goal, List<SweepTrial> trials) {
    SweepTrial best = null;
    double bestValue = Double.NaN;
    for (SweepTrial trial : trials) {
      Double value = trial.metric();
      if (trial.status() == RunStatus.FINISHED
          && value != null
          && Double.isFinite(value)
          && (best == null || goal.isBetter(value, bestValue))) {
        best = trial;
        bestValue = value;
      }
    }
    return best;
  }

  private static <T> T parsed(String json, TypeReference<T> type, String id) {
    try {
      return Json.parse(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a document of sweep " + id + " is not what was stored", e);
    }
  }
}
