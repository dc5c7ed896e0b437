package dev.epochal.cli;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.registry.RunQuery;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which runs are meant by what holds of them, and in which order. */
final class RunFilter {
  /**
   * A comma that separates values of a run: not one between brackets, as in {@code
   * epochsTo(validation.loss, 0.5)}, or between back-ticks.
   */
  static final String COMMA = ",(?![^(]*\\))(?=([^`]*`[^`]*`)*[^`]*$)";

  @Option(
      names = "--filter",
      paramLabel = "FILTER",
      description =
          "The runs of which this holds, such as \"metrics.test.accuracy > 0.9 and status ="
              + " finished\"; docs/filter.md has the whole language.")
  private @Nullable String filter;

  @Option(
      names = "--sort",
      paramLabel = "VALUE",
      split = COMMA,
      splitSynopsisLabel = ",",
      description = "By this value of a run, such as started; with - before it, the largest first.")
  private List<String> sort = List.of();

  /**
   * Whether it says which runs.
   *
   * @throws InvalidInputException when it is there but empty, as of a variable that is not set: who
   *     filters does not mean every run
   */
  boolean isFilter() {
    if (filter != null && filter.isBlank()) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "--filter",
              "must be a condition but is empty",
              "leave --filter out for all runs"));
    }
    return filter != null;
  }

  boolean isOrder() {
    return !sort.isEmpty();
  }

  /** As a query; without a filter it asks for all. */
  RunQuery query(int limit) {
    return RunQuery.parse(isFilter() ? Objects.requireNonNull(filter) : "", sort, limit);
  }

  @Override
  public String toString() {
    return filter == null ? "all runs" : filter.strip();
  }
}
