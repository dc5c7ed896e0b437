package dev.epochal.registry.filter;

import java.util.List;

/** Which runs are meant: a tree of conditions. */
public sealed interface Filter {
  /** What of runs it asks about, in the order written. */
  default List<Operand> operands() {
    if (this instanceof And and) {
      return and.parts().stream().flatMap(part -> part.operands().stream()).toList();
    }
    if (this instanceof Or or) {
      return or.parts().stream().flatMap(part -> part.operands().stream()).toList();
    }
    if (this instanceof Not not) {
      return not.part().operands();
    }
    return List.of(((Test) this).operand());
  }

  /** A condition on one value of a run. */
  sealed interface Test extends Filter {
    Operand operand();
  }

  /** All of them hold. */
  record And(List<Filter> parts) implements Filter {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** One of them holds. */
  record Or(List<Filter> parts) implements Filter {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** It does not hold; true too of runs that lack what is asked about. */
  record Not(Filter part) implements Filter {}

  /**
   * A run's value stands in a relation to another.
   *
   * @param value a Double, Long, String or Instant, as the operand's type asks
   */
  record Compare(Operand operand, Relation relation, Object value) implements Test {}

  /** A run's value is among these. */
  record In(Operand operand, boolean negated, List<Object> values) implements Test {
    public In {
      values = List.copyOf(values);
    }
  }

  /**
   * A run's text looks like a pattern: {@code %} stands for any text, {@code _} for a character.
   */
  record Like(Operand operand, boolean negated, boolean ignoreCase, String pattern)
      implements Test {}

  /** A run's value lies between two, both included. */
  record Between(Operand operand, boolean negated, Object low, Object high) implements Test {}

  /** A run has no such value. */
  record IsNull(Operand operand, boolean negated) implements Test {}

  /** How two values compare. */
  enum Relation {
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String sql;

    Relation(String sql) {
      this.sql = sql;
    }

    String sql() {
      return sql;
    }
  }
}
