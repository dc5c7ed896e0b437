package dev.epochal.cli;

import dev.epochal.runner.compare.ComparedRun;
import dev.epochal.runner.compare.Comparison;
import dev.epochal.runner.compare.Difference;
import dev.epochal.runner.compare.Kind;
import dev.epochal.runner.compare.MetricRow;
import dev.epochal.runner.compare.Pair;
import dev.epochal.runner.compare.PairedTest.Tested;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A comparison as tables for people, a column for each run. */
final class ComparisonTables {
  private static final String NONE = "-";
  private static final int SHORT_HASH = 12;

  private final Comparison comparison;

  ComparisonTables(Comparison comparison) {
    this.comparison = comparison;
  }

  /** What the runs are, and what is not the same of them. */
  Table facts() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("id", ComparedRun::id));
    rows.add(row("status", run -> run.status().name()));
    for (Difference difference : comparison.differences()) {
      List<String> row = new ArrayList<>(List.of(label(difference)));
      difference.values().forEach(value -> row.add(value(value)));
      rows.add(row);
    }
    return new Table(header(), rows);
  }

  private List<String> header() {
    return row("", ComparedRun::name);
  }

  private List<String> row(String label, Function<ComparedRun, String> value) {
    List<String> row = new ArrayList<>(List.of(label));
    comparison.runs().forEach(run -> row.add(value.apply(run)));
    return row;
  }

  private static String label(Difference difference) {
    return difference.kind() == Kind.DATA ? "dataset." + difference.key() : difference.key();
  }

  private static String value(@Nullable String value) {
    if (value == null) {
      return NONE;
    }
    return value.matches("(sha256 )?[0-9a-f]{40,}")
        ? value.replaceFirst("^sha256 ", "").substring(0, SHORT_HASH)
        : value;
  }

  /** Each metric, with the difference to the reference's; the best marked. */
  Table metrics() {
    List<List<String>> rows = new ArrayList<>();
    for (MetricRow metric : comparison.metrics()) {
      List<String> row = new ArrayList<>(List.of(metric.metric()));
      for (int run = 0; run < comparison.runs().size(); run++) {
        row.add(cell(metric, run));
      }
      rows.add(row);
    }
    return new Table(header(), rows);
  }

  private String cell(MetricRow metric, int run) {
    Double value = metric.values().get(run);
    if (value == null) {
      return NONE;
    }
    String best = metric.best().contains(run) ? "* " : "";
    String text = best + MetricText.value(metric.metric(), value);
    return run == 0 ? text : text + " " + Plain.pad(delta(metric, run), deltaWidth(run), true);
  }

  private static String delta(MetricRow metric, int run) {
    return metric.delta(run) == null ? NONE : MetricText.delta(metric.metric(), metric.delta(run));
  }

  /** Differences stand one below the other. */
  private int deltaWidth(int run) {
    return comparison.metrics().stream().mapToInt(m -> delta(m, run).length()).max().orElse(0);
  }

  /** McNemar's test for each run that it could be done for. */
  Table tests() {
    List<String> header =
        List.of(
            "",
            "only it right",
            "only " + comparison.reference().name(),
            "both",
            "neither",
            "accuracy",
            "95 % interval",
            "p",
            "p (Holm)");
    List<List<String>> rows = new ArrayList<>();
    for (Pair pair : comparison.pairs()) {
      if (pair.test() instanceof Tested tested) {
        rows.add(
            List.of(
                comparison.of(pair).name(),
                Integer.toString(tested.table().onlySecond()),
                Integer.toString(tested.table().onlyFirst()),
                Integer.toString(tested.table().bothRight()),
                Integer.toString(tested.table().bothWrong()),
                points(tested.table().difference()),
                points(tested.table().interval().low())
                    + " to "
                    + points(tested.table().interval().high()),
                p(tested.table().p()),
                p(tested.pAdjusted())));
      }
    }
    return new Table(header, rows);
  }

  private static String points(double share) {
    return String.format(Locale.ROOT, "%+.2f", 100 * share);
  }

  private static String p(double p) {
    return String.format(Locale.ROOT, p < 0.001 ? "%.1e" : "%.3f", p);
  }
}
