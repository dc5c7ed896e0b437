package dev.epochal.cli;

import dev.epochal.runner.compare.ComparedRun;
import dev.epochal.runner.compare.Comparison;
import dev.epochal.runner.compare.Difference;
import dev.epochal.runner.compare.MetricRow;
import dev.epochal.runner.compare.Pair;
import dev.epochal.runner.compare.PairedTest.Tested;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code compare --csv}: a column per run, the reference first; the first two columns say what a
 * row is: {@code run}, a kind of difference, {@code metric}, {@code delta} (to the reference) or
 * {@code test} (against the reference, on the test images).
 */
final class ComparisonCsv {
  private final Comparison comparison;
  private final List<List<String>> rows = new ArrayList<>();

  private ComparisonCsv(Comparison comparison) {
    this.comparison = comparison;
  }

  static Table of(Comparison comparison) {
    return new ComparisonCsv(comparison).table();
  }

  private Table table() {
    row("run", "name", i -> run(i).name());
    row("run", "status", i -> run(i).status().name());
    row("run", "notices", i -> String.join("; ", run(i).notices()));
    row("run", "factors", i -> i == 0 ? "" : pair(i).sentence());
    for (Difference difference : comparison.differences()) {
      row(difference.kind().word(), difference.key(), difference.values()::get);
    }
    for (MetricRow metric : comparison.metrics()) {
      row("metric", metric.metric(), i -> text(metric.values().get(i)));
      row("delta", metric.metric(), i -> i == 0 ? "" : text(metric.delta(i)));
    }
    test("mcnemar.bothRight", tested -> tested.table().bothRight());
    test("mcnemar.onlyReference", tested -> tested.table().onlyFirst());
    test("mcnemar.onlyRun", tested -> tested.table().onlySecond());
    test("mcnemar.bothWrong", tested -> tested.table().bothWrong());
    test("mcnemar.p", tested -> tested.table().p());
    test("mcnemar.pAdjusted", Tested::pAdjusted);
    test("accuracy.difference", tested -> tested.table().difference());
    test("accuracy.difference.low", tested -> tested.table().interval().low());
    test("accuracy.difference.high", tested -> tested.table().interval().high());
    List<String> header = new ArrayList<>(List.of("kind", "key"));
    comparison.runs().stream().map(ComparedRun::id).forEach(header::add);
    return new Table(header, rows);
  }

  private void test(String key, ToDoubleFunction<Tested> value) {
    row(
        "test",
        key,
        i ->
            i > 0 && pair(i).test() instanceof Tested tested
                ? text(value.applyAsDouble(tested))
                : "");
  }

  private void row(String kind, String key, IntFunction<@Nullable String> value) {
    List<String> row = new ArrayList<>(List.of(kind, key));
    IntStream.range(0, comparison.runs().size())
        .mapToObj(value)
        .map(text -> text == null ? "" : text)
        .forEach(row::add);
    rows.add(row);
  }

  /** As short as it can be without losing anything; whole numbers without a point. */
  static String text(@Nullable Double value) {
    if (value == null) {
      return "";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString(value.longValue())
        : value.toString();
  }

  private ComparedRun run(int i) {
    return comparison.runs().get(i);
  }

  private Pair pair(int run) {
    return comparison.pairs().get(run - 1);
  }
}
