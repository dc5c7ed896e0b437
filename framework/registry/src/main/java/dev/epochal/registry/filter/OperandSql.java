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

  private static String of(String table, String column, String name, List<Object> arguments) {
    arguments.add(name);
    return "(select v." + column + " from " + table + " v where v.run_id = runs.id and v.name = ?)";
  }

  private static String reached(Operand.Reached reached, List<Object> arguments) {
    boolean falls = reached.metric().endsWith("loss");
    String epoch =
        "(select min(h.step) from history h where h.run_id = runs.id and h.metric = ? and h.number "
            + (falls ? "<= ?" : ">= ? and h.number <> 'NaN'")
            + ")";
    arguments.add(reached.metric());
    arguments.add(reached.value());
    return reached.seconds()
        ? "(select sum(s.number) from history s where s.run_id = runs.id"
            + " and s.metric = 'train.seconds' and s.step <= "
            + epoch
            + ")"
        : epoch;
  }
}
