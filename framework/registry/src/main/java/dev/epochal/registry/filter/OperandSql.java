package dev.epochal.registry.filter;

import java.util.List;

/** What of a run is asked about, as an SQL expression over the table {@code runs}. */
final class OperandSql {
  private OperandSql() {}

  /**
   * The expression; null where a run has no such value.
   *
   * @param number whether a param is wanted as a number
   * @param arguments takes what is bound
   */
  static String value(Operand operand, boolean number, List<Object> arguments) {
    if (operand instanceof Operand.Field field) {
      return field.sql();
    }
    if (operand instanceof Operand.Param param) {
      return of("params", number ? "number" : "text", param.name(), arguments);
    }
    if (operand instanceof Operand.Metric metric) {
      return of("metrics", "number", metric.name(), arguments);
    }
    if (operand instanceof Operand.Tag tag) {
      return of("tags", "text", tag.name(), arguments);
    }
    return reached((Operand.Reached) operand, arguments);
  }

  /**
   * A range of one run, since for "=" the planner takes the primary key, on whose pages lies all
   * else of each run too; the index by name holds the values side by side.
   */
  private static String of(String table, String column, String name, List<Object> arguments) {
    arguments.add(name);
    return "(select v."
        + column
        + " from "
        + table
        + " v where v.run_id between runs.id and runs.id and v.name = ?)";
  }

  /** Of a table that {@link Operand.Reached#TABLE} says must be there: blocks are not for SQL. */
  private static String reached(Operand.Reached reached, List<Object> arguments) {
    arguments.add(reached.text());
    return "(select v.number from "
        + Operand.Reached.TABLE
        + " v where v.run_id = runs.id and v.operand = ?)";
  }
}
