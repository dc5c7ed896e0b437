package dev.epochal.registry.filter;

import dev.epochal.registry.filter.Filter.And;
import dev.epochal.registry.filter.Filter.Between;
import dev.epochal.registry.filter.Filter.Compare;
import dev.epochal.registry.filter.Filter.In;
import dev.epochal.registry.filter.Filter.Or;
import dev.epochal.registry.filter.Filter.Relation;
import java.util.List;

/**
 * Conditions, in which a date means its whole day: what is equal to it happened on that day, and
 * what is more than it on a later one. Values that are no dates are compared as they are.
 */
final class Times {
  private Times() {}

  static Filter compare(Operand operand, Relation relation, Object value) {
    if (!(value instanceof Day day)) {
      return new Compare(operand, relation, value);
    }
    return switch (relation) {
      case EQUAL -> between(operand, false, day, day);
      case NOT_EQUAL -> between(operand, true, day, day);
      case LESS, AT_LEAST -> new Compare(operand, relation, day.start());
      case AT_MOST -> new Compare(operand, Relation.LESS, day.end());
      case MORE -> new Compare(operand, Relation.AT_LEAST, day.end());
    };
  }

  static Filter between(Operand operand, boolean negated, Object low, Object high) {
    Object from = low instanceof Day day ? day.start() : low;
    if (!(high instanceof Day last)) {
      return new Between(operand, negated, from, high);
    }
    return negated
        ? new Or(
            List.of(
                new Compare(operand, Relation.LESS, from),
                new Compare(operand, Relation.AT_LEAST, last.end())))
        : new And(
            List.of(
                new Compare(operand, Relation.AT_LEAST, from),
                new Compare(operand, Relation.LESS, last.end())));
  }

  static Filter in(Operand operand, boolean negated, List<Object> values) {
    if (values.stream().noneMatch(Day.class::isInstance)) {
      return new In(operand, negated, values);
    }
    Relation relation = negated ? Relation.NOT_EQUAL : Relation.EQUAL;
    List<Filter> each = values.stream().map(value -> compare(operand, relation, value)).toList();
    return negated ? new And(each) : new Or(each);
  }
}
