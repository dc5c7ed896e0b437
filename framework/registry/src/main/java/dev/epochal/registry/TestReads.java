package dev.epochal.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often the test split of a family was looked at: a family is the runs of one experiment that
 * have one test split, and those look that have a metric of it. Deleted runs have looked too.
 */
final class TestReads {
  private final Sql sql;

  /** By experiment, then by fingerprint. */
  private final Map<List<String>, Integer> counted = new HashMap<>();

  TestReads(Sql sql) {
    this.sql = sql;
  }

  /** By the family of a run; 0 when its data are not there yet. */
  int of(String run) {
    return sql.first(
            "select experiment, sha256 from runs join splits on run_id = id"
                + " where id = ? and split = 'test'",
            row -> List.of(row.getString(1), row.getString(2)),
            run)
        .map(family -> counted.computeIfAbsent(family, this::count))
        .orElse(0);
  }

  /** By the families of a sweep's trials, together. */
  int ofTrials(String sweep) {
    return sql
        .list(
            "select distinct experiment, sha256 from trials"
                + " join runs on runs.id = trials.run_id"
                + " join splits on splits.run_id = trials.run_id"
                + " where sweep_id = ? and split = 'test'",
            row -> List.of(row.getString(1), row.getString(2)),
            sweep)
        .stream()
        .mapToInt(family -> counted.computeIfAbsent(family, this::count))
        .sum();
  }

  /** By a sweep's trials themselves. */
  int byTrials(String sweep) {
    return sql.first(
            "select count(distinct run_id) from trials t where sweep_id = ? and " + looked("t"),
            row -> row.getInt(1),
            sweep)
        .orElse(0);
  }

  private int count(List<String> family) {
    return sql.first(
            "select count(*) from splits s join runs on runs.id = s.run_id"
                + " where s.sha256 = ? and s.split = 'test' and experiment = ? and "
                + looked("s"),
            row -> row.getInt(1),
            family.get(1),
            family.get(0))
        .orElse(0);
  }

  /** A range, which the primary key answers. */
  private static String looked(String table) {
    return "exists (select 1 from metrics m where m.run_id = "
        + table
        + ".run_id and m.name >= 'test.' and m.name < 'test/')";
  }
}
