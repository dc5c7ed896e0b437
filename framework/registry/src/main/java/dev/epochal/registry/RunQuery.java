package dev.epochal.registry;

import dev.epochal.core.problem.Problems;
import dev.epochal.registry.filter.Filter;
import dev.epochal.registry.filter.FilterParser;
import dev.epochal.registry.filter.Operand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are asked for, and in which order.
 *
 * @param filter null for all
 * @param order before the newest first, which settles ties
 * @param limit at most so many; at least 1
 */
public record RunQuery(@Nullable Filter filter, List<Order> order, int limit) {
  public RunQuery {
    order = List.copyOf(order);
  }

  /** What to sort by; runs without it come last. */
  public record Order(Operand by, boolean descending) {}

  /** What of runs it asks about, each once. */
  Set<Operand> operands() {
    Set<Operand> operands = new LinkedHashSet<>();
    if (filter != null) {
      operands.addAll(filter.operands());
    }
    order.forEach(by -> operands.add(by.by()));
    return operands;
  }

  /** The newest runs. */
  public static RunQuery newest(int limit) {
    return new RunQuery(null, List.of(), limit);
  }

  /**
   * A query as it is typed.
   *
   * @param filter empty for all
   * @param order values of a run, each with a {@code -} before it for the largest first
   * @throws dev.epochal.core.problem.InvalidInputException with the column of all that is none
   */
  public static RunQuery parse(String filter, List<String> order, int limit) {
    Problems problems = new Problems();
    List<Filter> filters = new ArrayList<>();
    if (!filter.isBlank()) {
      problems.from(() -> filters.add(FilterParser.parse(filter, Instant.now())));
    }
    List<Order> orders = new ArrayList<>();
    problems.from(() -> orders.addAll(orders(order)));
    problems.refuse();
    return new RunQuery(filters.isEmpty() ? null : filters.get(0), orders, limit);
  }

  private static List<Order> orders(List<String> written) {
    List<Operand> by =
        FilterParser.operands(
            "--sort", written.stream().map(text -> text.replaceFirst("^-", "")).toList());
    return IntStream.range(0, by.size())
        .mapToObj(i -> new Order(by.get(i), written.get(i).startsWith("-")))
        .toList();
  }
}
