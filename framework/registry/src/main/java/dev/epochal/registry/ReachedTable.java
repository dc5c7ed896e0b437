package dev.epochal.registry;

import dev.epochal.core.run.Series;
import dev.epochal.core.stats.TimeTo;
import dev.epochal.registry.filter.Operand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * When runs reached values that a query asks about, as a table of this connection that SQL can
 * join: histories are blocks, which SQL does not look into.
 */
final class ReachedTable {
  private static final int ROWS_AT_ONCE = 1_000;

  private final Sql sql;
  private final List<TimeTo> asked;
  private final List<Object[]> rows = new ArrayList<>();
  private final Map<String, Points> histories = new TreeMap<>();
  private String run = "";

  private ReachedTable(Sql sql, List<TimeTo> asked) {
    this.sql = sql;
    this.asked = asked;
  }

  /** Makes the table, for those operands that need one. */
  static void fill(Sql sql, Collection<Operand> operands) {
    Set<TimeTo> asked = new LinkedHashSet<>();
    for (Operand operand : operands) {
      if (operand instanceof Operand.Reached reached) {
        asked.add(reached.timeTo());
      }
    }
    if (!asked.isEmpty()) {
      new ReachedTable(sql, List.copyOf(asked)).fill();
    }
  }

  private void fill() {
    sql.update("drop table if exists " + Operand.Reached.TABLE);
    sql.update(
        "create local temporary table "
            + Operand.Reached.TABLE
            + " (run_id varchar(12), operand varchar, number double precision not null,"
            + " primary key (run_id, operand))");
    Set<String> metrics = new LinkedHashSet<>();
    asked.forEach(timeTo -> metrics.addAll(timeTo.needs()));
    sql.each(
        "select run_id, metric, points from series where metric in (?"
            + ", ?".repeat(metrics.size() - 1)
            + ") order by run_id, metric, part",
        row -> {
          if (!row.getString(1).equals(run)) {
            endRun();
            run = row.getString(1);
          }
          histories
              .computeIfAbsent(row.getString(2), metric -> new Points())
              .add(PointBlock.decode(row.getBytes(3)));
        },
        metrics.toArray());
    endRun();
    write();
  }

  private void endRun() {
    Map<String, Series> series = new TreeMap<>();
    histories.forEach((metric, points) -> series.put(metric, points.series()));
    histories.clear();
    for (TimeTo timeTo : asked) {
      timeTo
          .of(series)
          .ifPresent(number -> rows.add(new Object[] {run, timeTo.toString(), number}));
    }
    if (rows.size() >= ROWS_AT_ONCE) {
      write();
    }
  }

  private void write() {
    sql.batch(
        "insert into " + Operand.Reached.TABLE + " (run_id, operand, number) values (?, ?, ?)",
        rows);
    rows.clear();
  }
}
