package dev.epochal.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.Note;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.Series;
import dev.epochal.core.run.TrialRecord;
import dev.epochal.core.run.Verification;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything about one run. */
final class DetailQuery {
  private final Sql sql;
  private final Path runs;
  private final String id;
  private final Common common;

  private DetailQuery(Sql sql, Path runs, String id, Common common) {
    this.sql = sql;
    this.runs = runs;
    this.id = id;
    this.common = common;
  }

  /** What is asked once for all runs. */
  private record Common(
      Map<String, RunSummary> summaries, @Nullable String baseline, TestReads testReads) {
    static Common of(Sql sql, List<String> ids) {
      Map<String, RunSummary> summaries = new HashMap<>();
      SummaryQuery.of(sql, ids).forEach(run -> summaries.put(run.id(), run));
      return new Common(
          summaries, Baseline.of(sql).map(run -> run.id()).orElse(null), new TestReads(sql));
    }
  }

  static RunDetail of(Sql sql, Path runs, String id) {
    return new DetailQuery(sql, runs, id, Common.of(sql, List.of(id)))
        .detail(new SeriesRows(sql, id).read());
  }

  /** The same with empty histories: for several runs, of which nobody looks at each step. */
  static List<RunDetail> withoutHistory(Sql sql, Path runs, List<String> ids) {
    Common common = Common.of(sql, ids);
    return ids.stream()
        .map(id -> new DetailQuery(sql, runs, id, common).detail(new TreeMap<>()))
        .toList();
  }

  /** Where the run lies, or lay; one that the database has not heard of, among the others. */
  static RunFolder folder(Sql sql, Path runs, String id) {
    return sql.first(
            "select folder from runs where id = ?",
            row -> RunPlace.of(runs, id, row.getString(1)),
            id)
        .orElseGet(() -> RunFolder.of(runs, id));
  }

  private record Documents(
      @Nullable String reason,
      @Nullable String environment,
      @Nullable String dataset,
      @Nullable Instant deleted,
      String verifications,
      @Nullable String rerunOf,
      @Nullable String trial) {}

  private RunDetail detail(SortedMap<String, Series> history) {
    Documents documents =
        sql.first(
                "select reason, environment, dataset, deleted, verifications, rerun_of,"
                    + " documents.trial as trial_record from runs"
                    + " left join documents on run_id = id where id = ?",
                row ->
                    new Documents(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Instants.read(row, "deleted"),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)),
                id)
            .orElseThrow();
    try {
      return new RunDetail(
          Objects.requireNonNull(common.summaries().get(id), id),
          documents.reason(),
          folder(sql, runs, id).path(),
          history,
          artifacts(),
          hashes(),
          documents.environment() == null
              ? Json.mapper().createObjectNode()
              : Json.parse(documents.environment(), JsonNode.class),
          documents.dataset() == null ? null : Json.parse(documents.dataset(), DatasetRecord.class),
          notes(),
          documents.deleted(),
          id.equals(common.baseline()),
          Json.parse(documents.verifications(), new TypeReference<List<Verification>>() {}),
          documents.rerunOf(),
          documents.trial() == null ? null : Json.parse(documents.trial(), TrialRecord.class),
          sweeps(),
          common.testReads().of(id));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a document of run " + id + " is not what was stored", e);
    }
  }

  private List<ArtifactRecord> artifacts() {
    return sql.list(
        "select name, kind, bytes, sha256 from artifacts where run_id = ? order by name",
        row ->
            new ArtifactRecord(
                row.getString(1), row.getString(2), row.getLong(3), row.getString(4)),
        id);
  }

  private SortedMap<Integer, String> hashes() {
    SortedMap<Integer, String> hashes = new TreeMap<>();
    sql.each(
        "select epoch, parameters_sha256 from epochs where run_id = ?",
        row -> hashes.put(row.getInt(1), row.getString(2)),
        id);
    return hashes;
  }

  /** In the order of their starts, so that the one that the run was made for is the first. */
  private List<String> sweeps() {
    return sql.list(
        "select s.id from sweeps s join trials t on t.sweep_id = s.id"
            + " where t.run_id = ? and s.deleted is null"
            + " group by s.id, s.started order by s.started, s.id",
        row -> row.getString(1),
        id);
  }

  private List<Note> notes() {
    return sql.list(
        "select written, text, edited from notes where run_id = ? order by number",
        row ->
            new Note(
                Objects.requireNonNull(Instants.read(row, "written")),
                row.getString("text"),
                Instants.read(row, "edited")),
        id);
  }
}
