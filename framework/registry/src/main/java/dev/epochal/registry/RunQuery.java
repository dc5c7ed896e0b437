package dev.epochal.registry;

import dev.epochal.registry.filter.Filter;
import dev.epochal.registry.filter.FilterParser;
import dev.epochal.registry.filter.Operand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
   * @throws dev.epochal.core.problem.InvalidInputException with the column, where something is none
   */
  public static RunQuery parse(String filter, List<String> order, int limit) {
    List<Order> orders = new ArrayList<>();
    for (String by : order) {
      boolean descending = by.startsWith("-");
      orders.add(new Order(FilterParser.operand(descending ? by.substring(1) : by), descending));
    }
    return new RunQuery(
        filter.isBlank() ? null : FilterParser.parse(filter, Instant.now()), orders, limit);
  }
}
