package dev.epochal.registry;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Version 4: histories become blocks of points, where there was a row for each point, ten times as
 * large. A kill at any moment leaves what it can begin again with: the old table goes last.
 */
final class SeriesMigration implements JavaMigration {
  /** A history of more is written in several goes. */
  private static final int AT_ONCE = 64 * PointBlock.MOST;

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("4");
  }

  @Override
  public String getDescription() {
    return "series as blocks";
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
    Connection connection = context.getConnection();
    Sql sql = new Sql(connection);
    sql.update(
        """
        create table if not exists series (
          run_id varchar(12) not null references runs (id) on delete cascade,
          metric varchar not null,
          part integer not null,
          first_step bigint not null,
          points bytea not null,
          primary key (run_id, metric, part)
        )""");
    if (has(connection, "history")) {
      sql.update("delete from series");
      new Copy(sql).run();
      sql.update("drop table history");
    }
  }

  private static boolean has(Connection connection, String table) throws SQLException {
    DatabaseMetaData data = connection.getMetaData();
    String name = data.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    try (ResultSet found = data.getTables(null, connection.getSchema(), name, null)) {
      return found.next();
    }
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
