package dev.epochal.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection, with the few things that are done with it. A mapping library would do them too, but
 * takes a quarter of a second to load, which is half of what {@code list} may take altogether.
 */
record Sql(Connection connection) {

  /** H2 holds no longer text; what is cut off stands in the run folder still. */
  static final int LONGEST_TEXT = 1_000_000;

  /** Makes a value of the row that the result stands at. */
  interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /** Takes the row that the result stands at. */
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /** Something that was refused by the database; {@link Database} says it to the user. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean aboutData;

    Failure(SQLException cause) {
      super(cause);
      String state = cause.getSQLState();
      aboutData = state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    /** Whether a value was at fault, and not the database. */
    boolean isAboutData() {
      return aboutData;
    }
  }

  /** Reads every row of a query whose {@code ?} are bound to {@code arguments}. */
  void each(String query, RowReader reader, @Nullable Object... arguments) {
    try (PreparedStatement statement = prepare(query, arguments);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        reader.read(row);
      }
    } catch (SQLException e) {
      throw new Failure(e);
    }
  }

  <T> List<T> list(String query, RowMapper<T> mapper, @Nullable Object... arguments) {
    List<T> values = new ArrayList<>();
    each(query, row -> values.add(mapper.map(row)), arguments);
    return values;
  }

  <T> Optional<T> first(String query, RowMapper<T> mapper, @Nullable Object... arguments) {
    return list(query, mapper, arguments).stream().findFirst();
  }

  /** Executes a statement and returns how many rows it changed. */
  int update(String sql, @Nullable Object... arguments) {
    try (PreparedStatement statement = prepare(sql, arguments)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new Failure(e);
    }
  }

  /**
   * Changes the row of an id, or adds one.
   *
   * @param columns what the row is to say, by column
   * @param count a column that stays as it is, and is 0 in a new row
   */
  void put(String table, String id, Map<String, @Nullable Object> columns, String count) {
    List<@Nullable Object> values = new ArrayList<>(columns.values());
    values.add(id);
    String assignments = String.join(" = ?, ", columns.keySet()) + " = ?";
    String change = "update " + table + " set " + assignments + " where id = ?";
    if (update(change, values.toArray()) == 0) {
      values.add(0L);
      String names = String.join(", ", columns.keySet()) + ", id, " + count;
      String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
      update("insert into " + table + " (" + names + ") values (" + marks + ")", values.toArray());
    }
  }

  /** Executes a statement once for each row of arguments, in one go. */
  void batch(String sql, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new Failure(e);
    }
  }

  /** Does all of {@code work} or, when it throws, nothing of it. */
  void transaction(Runnable work) {
    try {
      connection.setAutoCommit(false);
      try {
        work.run();
        connection.commit();
      } finally {
        connection.rollback(); // nothing is left to roll back after a commit
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new Failure(e);
    }
  }

  private PreparedStatement prepare(String sql, @Nullable Object... arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    bind(statement, arguments);
    return statement;
  }

  private static void bind(PreparedStatement statement, @Nullable Object... arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      boolean tooLong = arguments[i] instanceof String text && text.length() > LONGEST_TEXT;
      statement.setObject(
          i + 1, tooLong ? ((String) arguments[i]).substring(0, LONGEST_TEXT) : arguments[i]);
    }
  }
}
