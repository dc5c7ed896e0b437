package dev.epochal.ui.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunPage;
import dev.epochal.registry.RunQuery;
import dev.epochal.registry.RunValues;
import dev.epochal.registry.filter.FilterParser;
import dev.epochal.registry.filter.Operand;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The window onto the runs that the table shows.
 *
 * @param total how many runs there are in all
 * @param baseline id of the pinned baseline
 * @param notices what a person should know of the answer
 */
public record RunsTable(
    int total,
    int offset,
    List<String> columns,
    List<Row> runs,
    @Nullable String baseline,
    List<String> notices) {
  /** What is read of each run before its columns. */
  private static final List<String> FIRST = List.of("status", "params.training.epochs");

  public RunsTable {
    columns = List.copyOf(columns);
    runs = List.copyOf(runs);
    notices = List.copyOf(notices);
  }

  /**
   * A run.
   *
   * @param values in the order of the columns; of a run that goes on, the last metrics so far
   * @param live how far it is; null when it is over
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      String id,
      String name,
      RunStatus status,
      @JsonInclude(content = JsonInclude.Include.ALWAYS) List<@Nullable Object> values,
      @Nullable Live live) {}

  /** How far a run is that goes on. */
  public record Live(int epoch, @Nullable Integer epochs, long updates) {}

  /** The answer to a question. */
  public static RunsTable of(Runs runs, RunsQuestion question) {
    question.check();
    return runs.ask(question, (registry, notices) -> of(runs, question, registry, notices));
  }

  private static RunsTable of(
      Runs runs, RunsQuestion question, Registry all, List<String> notices) {
    Registry registry = question.deleted() ? all.deleted() : all;
    List<Operand> operands = new ArrayList<>(FilterParser.operands("columns", FIRST));
    operands.addAll(question.operands());
    RunQuery query = question.query();
    RunPage page = registry.page(query, question.offset(), operands);
    return new RunsTable(
        page.total(),
        question.offset(),
        question.columns(),
        page.runs().stream().map(run -> row(runs, run, operands)).toList(),
        runs.baseline().map(run -> run.id()).orElse(null),
        notices);
  }

  private static Row row(Runs runs, RunValues run, List<Operand> operands) {
    RunStatus status = RunStatus.valueOf(String.valueOf(run.values().get(0)));
    LiveRuns.Progress progress =
        status.isOver() ? null : runs.live().of(runs.folder(run.run().id()));
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = FIRST.size(); i < operands.size(); i++) {
      Object value = run.values().get(i);
      if (value == null && progress != null && operands.get(i) instanceof Operand.Metric metric) {
        value = progress.metrics().get(metric.name());
      }
      values.add(
          operands.get(i) instanceof Operand.Param && value != null
              ? Typed.of(value.toString())
              : value);
    }
    return new Row(
        run.run().id(),
        run.run().name(),
        status,
        values,
        progress == null
            ? null
            : new Live(progress.epoch(), whole(run.values().get(1)), progress.updates()));
  }

  private static @Nullable Integer whole(@Nullable Object text) {
    return text != null && text.toString().matches("\\d{1,9}")
        ? Integer.valueOf(text.toString())
        : null;
  }
}
