package dev.epochal.registry.filter;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What is wrong with a filter, and at which column. */
final class FilterProblem {
  private static final int SHOWN = 60;

  private final String filter;

  FilterProblem(String filter) {
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
    int from = Math.max(0, Math.min(column - 1, filter.length()) - SHOWN / 2);
    int to = Math.min(filter.length(), from + SHOWN);
    String near = filter.substring(from, to).replaceAll("\\p{Cntrl}", " ");
    String where = (from > 0 ? "…" : "") + near + (to < filter.length() ? "…" : "");
    return new InvalidInputException(
        new Problem("filter, column " + column, "", rule + " in: " + where, remedy));
  }
}
