package dev.epochal.registry.filter;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Conditions on the sweeps that a run is a trial of, which may be several since sweeps reuse runs,
 * and on its numbers there: they hold when they hold of one of them. A sweep is meant by its id or
 * its name.
 */
final class Trials {
  private static final String ANY =
      "(runs.sweep is not null or runs.id in (select t.run_id from trials t))";

  private Trials() {}

  /** Whether an operand is of this kind. */
  static boolean has(Operand operand) {
    return operand == Operand.Field.SWEEP || operand == Operand.Field.TRIAL;
  }

  /** That a run is a trial of a sweep. */
  static String any() {
    return ANY;
  }

  /**
   * That a condition holds of one of its sweeps, or numbers.
   *
   * @param negated whether it must hold of none of them; a run without any is not meant then either
   * @param condition the SQL of a column, which binds its arguments each time that it is asked
   */
  static String of(Operand operand, boolean negated, UnaryOperator<String> condition) {
    String one = operand == Operand.Field.SWEEP ? sweep(condition) : number(condition);
    return negated ? "(" + ANY + " and not coalesce(" + one + ", false))" : one;
  }

  private static String sweep(UnaryOperator<String> condition) {
    return String.join(
        "",
        List.of(
            "(",
            condition.apply("runs.sweep"),
            " or runs.sweep in (select s.id from sweeps s where ",
            condition.apply("s.name"),
            ") or runs.id in (select t.run_id from trials t join sweeps s on s.id = t.sweep_id",
            " where ",
            condition.apply("s.id"),
            " or ",
            condition.apply("s.name"),
            "))"));
  }

  private static String number(UnaryOperator<String> condition) {
    return String.join(
        "",
        List.of(
            "(",
            condition.apply("runs.trial"),
            " or runs.id in (select t.run_id from trials t where ",
            condition.apply("t.number"),
            "))"));
  }
}
