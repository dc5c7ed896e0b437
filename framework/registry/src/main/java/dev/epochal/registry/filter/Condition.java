package dev.epochal.registry.filter;

import dev.epochal.registry.filter.Filter.And;
import dev.epochal.registry.filter.Filter.Between;
import dev.epochal.registry.filter.Filter.Compare;
import dev.epochal.registry.filter.Filter.In;
import dev.epochal.registry.filter.Filter.IsNull;
import dev.epochal.registry.filter.Filter.Like;
import dev.epochal.registry.filter.Filter.Not;
import dev.epochal.registry.filter.Filter.Or;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A filter as SQL over the table {@code runs}. Whatever a person typed is bound and never part of
 * the text.
 *
 * @param sql with a {@code ?} for each argument
 */
public record Condition(String sql, List<Object> arguments) {
  public Condition {
    arguments = List.copyOf(arguments);
  }

  /** The condition that a filter means. */
  public static Condition of(Filter filter) {
    List<Object> arguments = new ArrayList<>();
    return new Condition(sql(filter, arguments), arguments);
  }

  /** The value of an operand as an expression, null where a run has none: to sort by. */
  public static Condition value(Operand operand) {
    List<Object> arguments = new ArrayList<>();
    return new Condition(
        OperandSql.value(operand, operand.type() == Operand.Type.NUMBER_OR_TEXT, arguments),
        arguments);
  }

  /** The value of an operand as an expression, a param as its text: to show it. */
  public static Condition shown(Operand operand) {
    List<Object> arguments = new ArrayList<>();
    return new Condition(OperandSql.value(operand, false, arguments), arguments);
  }

  private static String sql(Filter filter, List<Object> arguments) {
    if (filter instanceof And and) {
      return joined(and.parts(), " and ", arguments);
    }
    if (filter instanceof Or or) {
      return joined(or.parts(), " or ", arguments);
    }
    if (filter instanceof Not not) {
      // A comparison with what a run lacks is neither true nor false; as a condition it is false.
      return "not coalesce(" + sql(not.part(), arguments) + ", false)";
    }
    if (filter instanceof Compare compare && Trials.has(compare.operand())) {
      boolean negated = compare.relation() == Filter.Relation.NOT_EQUAL;
      String relation = negated ? Filter.Relation.EQUAL.sql() : compare.relation().sql();
      return Trials.of(
          compare.operand(),
          negated,
          column -> {
            arguments.add(compare.value());
            return column + " " + relation + " ?";
          });
    }
    if (filter instanceof Compare compare) {
      boolean number = compare.value() instanceof Double;
      String left = OperandSql.value(compare.operand(), number, arguments);
      arguments.add(compare.value());
      return "(" + left + " " + compare.relation().sql() + " ?" + notNaN(compare, arguments) + ")";
    }
    if (filter instanceof In in && Trials.has(in.operand())) {
      return Trials.of(
          in.operand(),
          in.negated(),
          column -> {
            arguments.addAll(in.values());
            return column + " in (" + marks(in.values().size()) + ")";
          });
    }
    if (filter instanceof In in) {
      boolean number = in.values().stream().allMatch(Double.class::isInstance);
      String left = OperandSql.value(in.operand(), number, arguments);
      in.values().forEach(value -> arguments.add(number ? value : text(in.operand(), value)));
      return left + (in.negated() ? " not in (" : " in (") + marks(in.values().size()) + ")";
    }
    if (filter instanceof Like like && Trials.has(like.operand())) {
      return Trials.of(
          like.operand(),
          like.negated(),
          column -> {
            arguments.add(pattern(like.pattern()));
            return column + (like.ignoreCase() ? " ilike ?" : " like ?") + " escape '\\'";
          });
    }
    if (filter instanceof Like like) {
      String left = OperandSql.value(like.operand(), false, arguments);
      arguments.add(pattern(like.pattern()));
      return left
          + (like.negated() ? " not" : "")
          + (like.ignoreCase() ? " ilike ?" : " like ?")
          + " escape '\\'";
    }
    if (filter instanceof Between between && Trials.has(between.operand())) {
      return Trials.of(
          between.operand(),
          between.negated(),
          column -> {
            arguments.add(between.low());
            arguments.add(between.high());
            return column + " between ? and ?";
          });
    }
    if (filter instanceof Between between) {
      boolean number = between.low() instanceof Double && between.high() instanceof Double;
      String left = OperandSql.value(between.operand(), number, arguments);
      arguments.add(number ? between.low() : text(between.operand(), between.low()));
      arguments.add(number ? between.high() : text(between.operand(), between.high()));
      return left + (between.negated() ? " not" : "") + " between ? and ?";
    }
    IsNull isNull = (IsNull) filter;
    if (Trials.has(isNull.operand())) {
      return isNull.negated() ? Trials.any() : "not " + Trials.any();
    }
    String left = OperandSql.value(isNull.operand(), false, arguments);
    return left + (isNull.negated() ? " is not null" : " is null");
  }

  private static String marks(int n) {
    return String.join(", ", Collections.nCopies(n, "?"));
  }

  /** A backslash before nothing that it could take as it is stands for itself: SQL refuses it. */
  private static String pattern(String typed) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      pattern.append(c);
      if (c == '\\') {
        boolean takes = i + 1 < typed.length() && "\\%_".indexOf(typed.charAt(i + 1)) >= 0;
        pattern.append(takes ? typed.charAt(++i) : c);
      }
    }
    return pattern.toString();
  }

  /** In SQL, NaN is larger than every number; who asks for losses above 1 does not mean it. */
  private static String notNaN(Compare compare, List<Object> arguments) {
    boolean above =
        compare.relation() == Filter.Relation.MORE
            || compare.relation() == Filter.Relation.AT_LEAST;
    if (!above || !(compare.operand() instanceof Operand.Metric metric)) {
      return "";
    }
    String again = OperandSql.value(metric, true, arguments);
    arguments.add(Double.NaN);
    return " and " + again + " <> ?";
  }

  /** Numbers among texts are compared as they are written. */
  private static Object text(Operand operand, Object value) {
    return operand.type() == Operand.Type.NUMBER_OR_TEXT && value instanceof Double number
        ? dev.epochal.core.plan.Decimals.text(number)
        : value;
  }

  private static String joined(List<Filter> parts, String keyword, List<Object> arguments) {
    return parts.stream()
        .map(part -> sql(part, arguments))
        .collect(Collectors.joining(keyword, "(", ")"));
  }
}
