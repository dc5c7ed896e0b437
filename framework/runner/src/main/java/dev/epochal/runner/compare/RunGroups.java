package dev.epochal.runner.compare;

import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Sample;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunQuery;
import dev.epochal.registry.RunValues;
import dev.epochal.registry.filter.Operand;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts runs together that have some values in common. */
public final class RunGroups {
  /** What is read of each run before its key. */
  private static final List<Operand> FIRST = List.of(Operand.Field.STATUS, Operand.Field.SEED);

  private final List<Operand> keys;
  private final List<Operand> numbers;

  /**
   * Groups of one kind.
   *
   * @param keys the values that the runs of a group have in common
   * @param numbers what is averaged in each group
   */
  public RunGroups(List<Operand> keys, List<Operand> numbers) {
    this.keys = List.copyOf(keys);
    this.numbers = List.copyOf(numbers);
  }

  /**
   * The groups.
   *
   * @param query the runs; its order is that of the groups, by a key or by the mean of a number:
   *     without one they go by their keys
   * @param named the values that a person named: if no run has one, that is said
   */
  public List<RunGroup> of(Registry registry, RunQuery query, List<Operand> named) {
    List<Operand> operands = new ArrayList<>(FIRST);
    operands.addAll(keys);
    operands.addAll(numbers);
    Map<List<@Nullable Object>, List<RunValues>> byKey = new LinkedHashMap<>();
    RunQuery all = new RunQuery(query.filter(), List.of(), Integer.MAX_VALUE);
    for (RunValues run : registry.values(all, operands, named)) {
      List<@Nullable Object> key =
          new ArrayList<>(run.values().subList(FIRST.size(), FIRST.size() + keys.size()));
      byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(run);
    }
    List<RunGroup> groups = new ArrayList<>();
    byKey.forEach((key, runs) -> groups.add(group(key, runs)));
    return groups.stream().sorted(order(query.order())).limit(query.limit()).toList();
  }

  private RunGroup group(List<@Nullable Object> key, List<RunValues> runs) {
    Map<RunStatus, Integer> statuses = new TreeMap<>();
    List<RunValues> finished = new ArrayList<>();
    for (RunValues run : runs) {
      RunStatus status = RunStatus.valueOf(String.valueOf(run.values().get(0)));
      if (status == RunStatus.FINISHED) {
        finished.add(run);
      } else {
        statuses.merge(status, 1, Integer::sum);
      }
    }
    List<Sample> samples =
        IntStream.range(0, numbers.size())
            .mapToObj(number -> sample(finished, FIRST.size() + keys.size() + number))
            .toList();
    long seeds = finished.stream().map(run -> run.values().get(1)).distinct().count();
    return new RunGroup(key, finished.size(), (int) seeds, new TreeMap<>(statuses), samples);
  }

  private static Sample sample(List<RunValues> runs, int column) {
    List<Double> values = new ArrayList<>();
    for (RunValues run : runs) {
      if (run.values().get(column) instanceof Number number) {
        values.add(number.doubleValue());
      }
    }
    return Sample.of(values);
  }

  private Comparator<RunGroup> order(List<RunQuery.Order> orders) {
    Comparator<RunGroup> order = Comparator.comparingInt(group -> 0);
    for (RunQuery.Order by : orders) {
      int key = keys.indexOf(by.by());
      order =
          order.thenComparing(
              key >= 0
                  ? byKey(key, by.descending())
                  : byMean(numbers.indexOf(by.by()), by.descending()));
    }
    for (int key = 0; key < keys.size(); key++) {
      order = order.thenComparing(byKey(key, false));
    }
    return order;
  }

  private static Comparator<RunGroup> byKey(int key, boolean descending) {
    Comparator<Object> values = RunGroups::compare;
    return Comparator.comparing(
        group -> group.key().get(key),
        Comparator.nullsLast(descending ? values.reversed() : values));
  }

  /** Groups without a mean come last. */
  private static Comparator<RunGroup> byMean(int number, boolean descending) {
    return Comparator.comparingDouble(
        group -> {
          double mean = group.samples().get(number).mean();
          return descending && !Double.isNaN(mean) ? -mean : mean;
        });
  }

  /** Numbers by their size, also those that params hold as text; before texts. */
  private static int compare(Object one, Object other) {
    if (one instanceof Instant time && other instanceof Instant otherTime) {
      return time.compareTo(otherTime);
    }
    BigDecimal number = number(one);
    BigDecimal otherNumber = number(other);
    if (number != null && otherNumber != null) {
      return number.compareTo(otherNumber);
    }
    return number == null && otherNumber == null
        ? one.toString().compareTo(other.toString())
        : number == null ? 1 : -1;
  }

  private static @Nullable BigDecimal number(Object value) {
    String text = value.toString();
    return text.matches("[-+]?\\d{1,30}(\\.\\d{1,30})?([eE][-+]?\\d{1,3})?")
        ? new BigDecimal(text)
        : null;
  }
}
