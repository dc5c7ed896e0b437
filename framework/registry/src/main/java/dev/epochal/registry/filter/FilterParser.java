package dev.epochal.registry.filter;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problems;
import dev.epochal.registry.filter.Filter.And;
import dev.epochal.registry.filter.Filter.IsNull;
import dev.epochal.registry.filter.Filter.Like;
import dev.epochal.registry.filter.Filter.Not;
import dev.epochal.registry.filter.Filter.Or;
import dev.epochal.registry.filter.Filter.Relation;
import dev.epochal.registry.filter.Token.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads a filter:
 *
 * <pre>
 * or        := and ("or" and)*
 * and       := not ("and" not)*
 * not       := "not" not | "(" or ")" | condition
 * condition := operand relation value
 *            | operand ["not"] ("in" "(" value ("," value)* ")" | ("like"|"ilike") text
 *                               | "between" value "and" value)
 *            | operand "is" ["not"] "null"
 * </pre>
 */
public final class FilterParser {
  /** Far more than a person nests; few enough for any stack. */
  private static final int DEEPEST = 100;

  private static final int MOST_CONDITIONS = 1_000;

  private static final Map<String, Relation> RELATIONS =
      Map.of(
          "=", Relation.EQUAL,
          "==", Relation.EQUAL,
          "!=", Relation.NOT_EQUAL,
          "<>", Relation.NOT_EQUAL,
          "<", Relation.LESS,
          "<=", Relation.AT_MOST,
          ">", Relation.MORE,
          ">=", Relation.AT_LEAST);

  private final Words words;
  private final Operands operands;
  private final Values values;
  private int depth;
  private int conditions;

  private FilterParser(String filter, Instant now) {
    words = new Words("filter", filter);
    operands = new Operands(words);
    values = new Values(words, now);
  }

  /**
   * The filter as a tree.
   *
   * @param now from which {@code -7d} counts
   * @throws InvalidInputException with the column, where it is none
   */
  public static Filter parse(String filter, Instant now) {
    FilterParser parser = new FilterParser(filter, now);
    Filter tree = parser.or();
    parser.words.end(", or go on with and or or,");
    return tree;
  }

  /**
   * Operands, each standing alone.
   *
   * @param option that names them, such as {@code --sort}, for what is wrong with them
   * @throws InvalidInputException with the column of each that is none
   */
  public static List<Operand> operands(String option, List<String> texts) {
    List<Operand> operands = new ArrayList<>();
    Problems problems = new Problems();
    texts.forEach(text -> problems.from(() -> operands.add(operand(option, text))));
    problems.refuse();
    return operands;
  }

  private static Operand operand(String option, String text) {
    Words words = new Words(option, text);
    Operand operand = new Operands(words).next();
    words.end(" here");
    return operand;
  }

  private Filter or() {
    return joined("or", this::and, Or::new);
  }

  private Filter and() {
    return joined("and", this::not, And::new);
  }

  private Filter joined(
      String keyword, Supplier<Filter> part, Function<List<Filter>, Filter> join) {
    List<Filter> parts = new ArrayList<>();
    parts.add(part.get());
    while (words.takeKeyword(keyword)) {
      parts.add(part.get());
    }
    return parts.size() == 1 ? parts.get(0) : join.apply(parts);
  }

  private Filter not() {
    Token token = words.peek();
    if (++depth > DEEPEST) {
      throw words.problem(token, "is nested more than " + DEEPEST + " deep");
    }
    try {
      if (words.takeKeyword("not")) {
        return new Not(not());
      }
      if (words.take("(")) {
        Filter inner = or();
        words.expect(")");
        return inner;
      }
      return condition();
    } finally {
      depth--;
    }
  }

  private Filter condition() {
    Token start = words.peek();
    if (++conditions > MOST_CONDITIONS) {
      throw words.problem(start, "has more than " + MOST_CONDITIONS + " conditions");
    }
    Operand operand = operands.next();
    Token token = words.peek();
    if (words.takeKeyword("is")) {
      boolean negated = words.takeKeyword("not");
      words.expectKeyword("null");
      return new IsNull(operand, negated);
    }
    if (token.kind() == Kind.SYMBOL && RELATIONS.containsKey(token.text())) {
      words.next();
      return Times.compare(operand, RELATIONS.get(token.text()), values.next(operand));
    }
    boolean negated = words.takeKeyword("not");
    if (words.takeKeyword("in")) {
      return Times.in(operand, negated, list(operand));
    }
    Token like = words.peek();
    if (words.takeKeyword("like") || words.takeKeyword("ilike")) {
      if (!operand.type().holdsText()) {
        throw words.problem(like, "can only follow a text, not " + operand.type().said());
      }
      return new Like(operand, negated, like.isKeyword("ilike"), values.text());
    }
    if (words.takeKeyword("between")) {
      Object low = values.next(operand);
      words.expectKeyword("and");
      return Times.between(operand, negated, low, values.next(operand));
    }
    throw words.problem(
        words.peek(),
        "must go on with =, !=, <, <=, >, >=, in, like, between or is null but has "
            + words.peek().said());
  }

  private List<Object> list(Operand operand) {
    List<Object> list = new ArrayList<>();
    words.expect("(");
    do {
      if (list.size() == MOST_CONDITIONS) {
        throw words.problem(words.peek(), "has more than " + MOST_CONDITIONS + " values in a list");
      }
      list.add(values.next(operand));
    } while (words.take(","));
    words.expect(")");
    return list;
  }
}
