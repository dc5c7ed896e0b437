package dev.epochal.registry;

import dev.epochal.registry.filter.Condition;
import dev.epochal.registry.filter.Operand;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Single values of runs, whatever a filter can ask about: no run is read whole for them. */
final class ValueQuery {
  /** As many runs are read at once; more are read one lot after the other. */
  private static final int AT_ONCE = 500;

  private final Sql sql;
  private final List<Operand> operands;
  private final String columns;
  private final List<Object> arguments = new ArrayList<>();

  private ValueQuery(Sql sql, List<Operand> operands) {
    this.sql = sql;
    this.operands = operands;
    StringBuilder text = new StringBuilder("id");
    for (int i = 0; i < operands.size(); i++) {
      Condition value = Condition.shown(operands.get(i));
      text.append(", ").append(value.sql()).append(" as v").append(i);
      arguments.addAll(value.arguments());
    }
    columns = text.toString();
  }

  /** The values of runs that are there, in the order of the runs. */
  static List<RunValues> of(Sql sql, List<RunName> runs, List<Operand> operands) {
    ReachedTable.fill(sql, operands);
    ValueQuery query = new ValueQuery(sql, operands);
    List<RunValues> values = new ArrayList<>();
    for (int from = 0; from < runs.size(); from += AT_ONCE) {
      values.addAll(query.values(runs.subList(from, Math.min(from + AT_ONCE, runs.size()))));
    }
    return values;
  }

  private List<RunValues> values(List<RunName> runs) {
    List<Object> all = new ArrayList<>(arguments);
    runs.forEach(run -> all.add(run.id()));
    Map<String, List<@Nullable Object>> byId = new HashMap<>();
    sql.each(
        "select "
            + columns
            + " from runs where id in ("
            + String.join(", ", Collections.nCopies(runs.size(), "?"))
            + ")",
        row -> byId.put(row.getString("id"), values(row)),
        all.toArray());
    return runs.stream()
        .filter(run -> byId.containsKey(run.id()))
        .map(run -> new RunValues(run, byId.getOrDefault(run.id(), List.of())))
        .toList();
  }

  private List<@Nullable Object> values(ResultSet row) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      values.add(value(row, operands.get(i).type(), "v" + i));
    }
    return values;
  }

  private static @Nullable Object value(ResultSet row, Operand.Type type, String column)
      throws SQLException {
    return switch (type) {
      case TEXT, NUMBER_OR_TEXT -> row.getString(column);
      case NUMBER -> row.getObject(column);
      case TIME -> Instants.read(row, column);
      case DURATION -> {
        double seconds = row.getDouble(column);
        yield row.wasNull() ? null : (Object) seconds;
      }
    };
  }
}
