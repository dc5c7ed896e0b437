package dev.epochal.registry.filter;

import java.util.List;

/** Which runs are meant: a tree of conditions. */
public sealed interface Filter {
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
   * @param value a Double, String or Instant, as the operand's type asks
   */
  record Compare(Operand operand, Relation relation, Object value) implements Filter {}

  /** A run's value is among these. */
  record In(Operand operand, boolean negated, List<Object> values) implements Filter {
    public In {
      values = List.copyOf(values);
    }
  }

  /**
   * A run's text looks like a pattern: {@code %} stands for any text, {@code _} for a character.
   */
  record Like(Operand operand, boolean negated, boolean ignoreCase, String pattern)
      implements Filter {}

  /** A run's value lies between two, both included. */
  record Between(Operand operand, boolean negated, Object low, Object high) implements Filter {}

  /** A run has no such value. */
  record IsNull(Operand operand, boolean negated) implements Filter {}

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
