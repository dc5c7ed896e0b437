package dev.epochal.registry;

import dev.epochal.core.problem.EpochalException;
import java.sql.SQLException;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;

/**
 * The version of the tables: one query says whether Flyway, which costs 0.2 s, has work.
 *
 * <p>H2 cannot take back what a migration did to tables, so one that was killed in the middle is
 * done again from its beginning: each leaves alone what is there already.
 */
final class Schema {
  /** The last migration: a script in {@code db/migration} or {@link LeanTables}. */
  static final int VERSION = 7;

  /** Held, or its level would be forgotten with it: users are told of trouble, not of progress. */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private static final String APPLIED =
      "select \"version\" from \"flyway_schema_history\" where \"version\" is not null"
          + " and \"success\" order by \"installed_rank\" desc limit 1";

  private Schema() {}

  /** {@code name} is the database's for people, {@code url} its own. */
  static void bringUpToDate(Sql sql, Object name, String url) {
    int found = version(sql);
    if (found > VERSION) {
      throw new EpochalException(
          name
              + " has schema version "
              + found
              + ", and this program knows versions up to "
              + VERSION
              + ": use the newer Epochal that wrote it");
    }
    if (found < VERSION) {
      FLYWAY.setLevel(Level.WARNING);
      forgetFailed(sql);
      // A connection of its own to the database that is open already.
      Flyway.configure()
          .dataSource(url, "sa", "")
          .javaMigrations(new LeanTables())
          // A script may learn to be done again, which changes its checksum.
          .validateOnMigrate(false)
          .load()
          .migrate();
    }
  }

  private static int version(Sql sql) {
    return whereThereIsOne(
        () -> sql.first(APPLIED, row -> Integer.parseInt(row.getString(1))).orElse(0));
  }

  /** One that came to no end, as on a full disk, would keep the next from being tried. */
  private static void forgetFailed(Sql sql) {
    whereThereIsOne(
        () -> sql.update("delete from \"flyway_schema_history\" where not \"success\""));
  }

  /** Something about Flyway's table; 0 in a new database, which has none. */
  private static int whereThereIsOne(IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (Sql.Failure e) {
      if (e.getCause() instanceof SQLException cause && isMissingTable(cause)) {
        return 0;
      }
      throw e;
    }
  }

  /** H2's and PostgreSQL's states for a table that is not there. */
  private static boolean isMissingTable(SQLException e) {
    return "42S02".equals(e.getSQLState())
        || "42S04".equals(e.getSQLState())
        || "42P01".equals(e.getSQLState());
  }
}
