package dev.epochal.ui.data;

import dev.epochal.core.problem.Problems;
import dev.epochal.registry.RunQuery;
import dev.epochal.registry.filter.Filter;
import dev.epochal.registry.filter.FilterParser;
import dev.epochal.registry.filter.Operand;
import dev.epochal.ui.http.Call;
import dev.epochal.ui.http.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which runs the table shows, and what of them: the state of the page, as its URL has it.
 *
 * @param filter in the filter language; empty for all
 * @param sort values of a run, each with a {@code -} before it for the largest first
 * @param columns values of a run
 * @param group values that the runs of a group have in common; empty for single runs
 * @param hideFailed leaves out what failed, crashed or was killed
 * @param deleted the deleted runs, and no others
 * @param offset how many come before the window that is shown
 * @param limit how many it shows
 */
public record RunsQuestion(
    String filter,
    List<String> sort,
    List<String> columns,
    List<String> group,
    boolean hideFailed,
    boolean deleted,
    int offset,
    int limit) {
  /** What is shown until a person chooses. */
  public static final List<String> USUAL =
      List.of(
          "status",
          "started",
          "duration",
          "seed",
          "dataset",
          "params.training.batchSize",
          "metrics.validation.accuracy",
          "metrics.test.accuracy",
          "metrics.test.loss",
          "metrics.time.train.wall");

  private static final int MOST_COLUMNS = 250;
  private static final int WINDOW = 200;
  private static final int AT_ONCE = 1_000;

  /** Commas that separate values: not one between brackets or back-ticks. */
  private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))(?=([^`]*`[^`]*`)*[^`]*$)");

  private static final String NOT_FAILED = "status not in (FAILED, CRASHED, KILLED)";

  public RunsQuestion {
    sort = List.copyOf(sort);
    columns = List.copyOf(columns);
    group = List.copyOf(group);
    if (columns.size() > MOST_COLUMNS) {
      throw new Refused(400, "at most " + MOST_COLUMNS + " columns can be shown");
    }
  }

  /** As a URL asks it. */
  public static RunsQuestion of(Call call) {
    List<String> columns = values(call.query("columns"));
    return new RunsQuestion(
        call.query("filter"),
        values(call.query("sort")),
        columns.isEmpty() ? USUAL : columns,
        values(call.query("group")),
        call.query("hide").equals("failed"),
        call.query("deleted").equals("1"),
        call.number("offset", 0, 0, 100_000_000),
        call.number("limit", 100, 1, WINDOW));
  }

  /** The same question for the next of many runs. */
  public RunsQuestion from(int first) {
    return new RunsQuestion(filter, sort, columns, group, hideFailed, deleted, first, AT_ONCE);
  }

  private static List<String> values(String written) {
    return COMMA
        .splitAsStream(written)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  /**
   * As the registry is asked.
   *
   * @throws dev.epochal.core.problem.InvalidInputException with the column of all that is wrong
   */
  RunQuery query() {
    RunQuery query = RunQuery.parse(filter, sort, limit);
    if (!hideFailed) {
      return query;
    }
    List<Filter> parts = new ArrayList<>();
    if (query.filter() != null) {
      parts.add(query.filter());
    }
    parts.add(FilterParser.parse(NOT_FAILED, Instant.EPOCH));
    return new RunQuery(new Filter.And(parts), query.order(), query.limit());
  }

  /** The filter with what is left out, as a command would take it. */
  public String wholeFilter() {
    return !hideFailed
        ? filter
        : filter.isBlank() ? NOT_FAILED : "(" + filter + ") and " + NOT_FAILED;
  }

  /** The columns as values of a run. */
  List<Operand> operands() {
    return FilterParser.operands("columns", columns);
  }

  /** The columns of which a mean says something. */
  public List<String> averaged() {
    return columns.stream()
        .filter(column -> column.matches("(metrics\\.|epochsTo|secondsTo).*|duration"))
        .toList();
  }

  /** Says all at once what is wrong with it. */
  public void check() {
    Problems problems = new Problems();
    problems.from(this::query);
    problems.from(this::operands);
    problems.from(() -> FilterParser.operands("group", group));
    problems.refuse();
  }
}
