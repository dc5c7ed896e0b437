package dev.epochal.registry.filter;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What is wrong with a filter or with a value that an option names, and at which column. */
final class FilterProblem {
  private final String source;
  private final String filter;

  /**
   * Of a text.
   *
   * @param source what it was written as: {@code filter}, or an option
   */
  FilterProblem(String source, String filter) {
    this.source = source;
    this.filter = filter;
  }

  InvalidInputException at(int column, String rule) {
    return at(column, rule, null);
  }

  /**
   * The exception.
   *
   * @param column from 1
   */
  InvalidInputException at(int column, String rule, @Nullable String remedy) {
    int from = Math.max(0, Math.min(column - 1, filter.length()) - Shown.LONGEST / 2);
    String where = Shown.part(filter, from, Shown.LONGEST);
    return new InvalidInputException(
        new Problem(source + ", column " + column, "", rule + " in: " + where, remedy));
  }
}
