package dev.epochal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunQuery;
import dev.epochal.registry.filter.Operand;
import dev.epochal.runner.compare.Comparer;
import dev.epochal.runner.compare.RunGroups;
import dev.epochal.ui.Analyses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For the UI: what the commands work out, as they print it with {@code --json}. */
final class RunAnalyses implements Analyses {
  @Override
  public JsonNode compare(
      Registry registry, List<String> runs, @Nullable String against, boolean all) {
    return ComparisonJson.of(
        new Comparer(registry).compare(new Comparer.Request(runs, against, List.of(), all)));
  }

  @Override
  public JsonNode groups(
      Registry registry, String filter, List<String> by, List<String> columns, String sort) {
    List<ShownColumn> keys = ShownColumn.parse("group", by);
    List<ShownColumn> numbers = ShownColumn.parse("columns", columns);
    List<Operand> known =
        List.copyOf(
            java.util.stream.Stream.concat(keys.stream(), numbers.stream())
                .map(ShownColumn::operand)
                .toList());
    RunQuery query =
        RunQuery.parse(filter, sort.isEmpty() ? List.of() : List.of(sort), Integer.MAX_VALUE);
    boolean sorts = query.order().stream().allMatch(order -> known.contains(order.by()));
    RunQuery asked = new RunQuery(query.filter(), sorts ? query.order() : List.of(), query.limit());
    return new GroupList(
            keys,
            numbers,
            new RunGroups(operands(keys), operands(numbers)).of(registry, asked, List.of()))
        .json();
  }

  private static List<Operand> operands(List<ShownColumn> columns) {
    return columns.stream().map(ShownColumn::operand).toList();
  }
}
