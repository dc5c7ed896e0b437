package dev.epochal.registry;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Version 4: histories become blocks of points, where there was a row for each point, fifteen times
 * as large; documents that are only shown leave the rows that every look reads; and values are
 * found by their name alone, run after run. A kill at any moment leaves what it can begin again
 * with.
 */
final class LeanTables implements JavaMigration {
  /** A history of more is written in several goes. */
  private static final int AT_ONCE = 64 * PointBlock.MOST;

  private static final List<String> TABLES =
      List.of(
          """
          create table if not exists series (
            run_id varchar(12) not null references runs (id) on delete cascade,
            metric varchar not null,
            part integer not null,
            first_step bigint not null,
            points bytea not null,
            primary key (run_id, metric, part)
          )""",
          """
          create table if not exists documents (
            run_id varchar(12) primary key references runs (id) on delete cascade,
            environment varchar,
            dataset varchar
          )""",
          "drop index if exists params_by_number",
          "drop index if exists metrics_by_number",
          "drop index if exists tags_by_text");

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("4");
  }

  @Override
  public String getDescription() {
    return "lean tables";
  }

  @Override
  public Integer getChecksum() {
    return 1;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    DatabaseMetaData data = context.getConnection().getMetaData();
    Sql sql = new Sql(context.getConnection());
    TABLES.forEach(sql::update);
    // What was moved goes last, and in this order: as long as it is there, it is moved again.
    if (has(data, "history", "step")) {
      sql.update("delete from series");
      new Copy(sql).run();
      sql.update("drop table history");
    }
    if (has(data, "runs", "environment")) {
      sql.update("delete from documents");
      sql.update(
          "insert into documents (run_id, environment, dataset)"
              + " select id, environment, dataset from runs");
      sql.update("alter table runs drop column environment");
    }
    if (has(data, "runs", "dataset")) {
      sql.update("alter table runs drop column dataset");
    }
    NameIndexes.create(sql);
  }

  private static boolean has(DatabaseMetaData data, String table, String column)
      throws SQLException {
    try (ResultSet found =
        data.getColumns(
            null, data.getConnection().getSchema(), stored(data, table), stored(data, column))) {
      return found.next();
    }
  }

  private static String stored(DatabaseMetaData data, String name) throws SQLException {
    return data.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
  }

  /** Moves the points over, history by history. */
  private static final class Copy {
    private final Sql sql;
    private String run = "";
    private String metric = "";
    private Points points = new Points();

    Copy(Sql sql) {
      this.sql = sql;
    }

    void run() {
      sql.each(
          "select run_id, metric, step, number from history order by run_id, metric, step",
          row -> {
            if (!row.getString(1).equals(run)
                || !row.getString(2).equals(metric)
                || points.size() == AT_ONCE) {
              write();
              run = row.getString(1);
              metric = row.getString(2);
            }
            points.add(row.getLong(3), row.getDouble(4));
          });
      write();
    }

    private void write() {
      if (points.size() > 0) {
        new SeriesRows(sql, run).append(Map.of(metric, points));
        points = new Points();
      }
    }
  }
}
