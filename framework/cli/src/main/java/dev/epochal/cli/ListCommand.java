package dev.epochal.cli;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.problem.Problems;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunQuery;
import dev.epochal.registry.RunSummary;
import dev.epochal.registry.RunValues;
import dev.epochal.registry.SweepSummary;
import dev.epochal.registry.filter.Operand;
import dev.epochal.runner.compare.RunGroups;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists runs, the newest first, or groups of them, or sweeps. */
@Command(name = "list", description = "List the recorded runs, or sweeps, the newest first.")
final class ListCommand implements Callable<Integer> {
  private static final int USUAL_LIMIT = 20;

  /** What a spreadsheet gets unless columns are chosen. */
  private static final List<String> CSV_COLUMNS =
      List.of(
          "id",
          "name",
          "experiment",
          "status",
          "seed",
          "dataset",
          "started",
          "ended",
          "duration",
          "metrics.validation.accuracy",
          "metrics.validation.loss",
          "metrics.test.accuracy",
          "metrics.test.loss",
          "metrics.time.train.wall");

  /** What is averaged unless columns are chosen. */
  private static final List<String> GROUP_COLUMNS =
      CSV_COLUMNS.stream().filter(column -> column.startsWith("metrics.")).toList();

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunFilter filter;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many (default: 20; all groups, and all of --csv).")
  private @Nullable Integer limit;

  @Option(
      names = "--columns",
      paramLabel = "VALUE",
      split = RunFilter.COMMA,
      splitSynopsisLabel = ",",
      description =
          "These values of a run, as a filter names them: id,params.training.batchSize,"
              + "metrics.test.loss,\"epochsTo(validation.accuracy, 0.8)\".")
  private List<String> columns = List.of();

  @Option(
      names = "--group-by",
      paramLabel = "VALUE",
      split = RunFilter.COMMA,
      splitSynopsisLabel = ",",
      description =
          "Groups of runs that have these values in common, each with the means of --columns and"
              + " their 95 %% intervals (Student's t) over its finished runs.")
  private List<String> groupBy = List.of();

  @Option(names = "--sweeps", description = "Sweeps instead of runs.")
  private boolean sweeps;

  @Option(names = "--deleted", description = "The deleted runs, or sweeps, and no others.")
  private boolean deleted;

  /** At most one of them. */
  static final class Format {
    @Option(names = "--json", description = "As an array of JSON objects.")
    private boolean json;

    @Option(names = "--csv", description = "As comma-separated values.")
    private boolean csv;
  }

  @ArgGroup
  @SuppressWarnings("FieldMayBeFinal") // picocli sets it
  private Format format = new Format();

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  ListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    check();
    Registry all = common.workplace().registry(console::say);
    Registry registry = deleted ? all.deleted() : all;
    if (sweeps) {
      sweeps(registry);
    } else if (!groupBy.isEmpty()) {
      groups(registry);
    } else if (format.csv || !columns.isEmpty()) {
      values(registry);
    } else {
      runs(registry);
    }
    return 0;
  }

  private void check() {
    Problems problems = new Problems();
    if (limit != null && limit < 1) {
      problems.add(
          new Problem("command line", "--limit", "must be at least 1 but was " + limit, null));
    }
    if (sweeps
        && (filter.isFilter() || filter.isOrder() || !columns.isEmpty() || !groupBy.isEmpty())) {
      problems.add(
          new Problem(
              "command line",
              "--sweeps",
              "goes with --limit, --json, --csv and --deleted alone",
              "./run list --filter \"sweep = NAME\" lists the trials of one"));
    }
    problems.from(() -> filter.query(1));
    problems.from(() -> ShownColumn.parse("--columns", columns));
    problems.from(() -> ShownColumn.parse("--group-by", groupBy));
    problems.refuse();
  }

  /** So many are shown. */
  private int most(int usual) {
    return limit == null ? usual : limit;
  }

  /** One more than is shown is asked for, to know whether there are more. */
  private RunQuery query(int most) {
    return filter.query(most == Integer.MAX_VALUE ? most : most + 1);
  }

  /** Those that are shown; says so if they are not all. */
  private <T> List<T> shown(List<T> found, int most) {
    if (found.size() <= most) {
      return found;
    }
    console.say(
        (filter.isOrder() ? "The first " : "The newest ")
            + (most == 1 ? "one" : most)
            + "; --limit shows more.");
    return found.subList(0, most);
  }

  private void runs(Registry registry) {
    int most = most(USUAL_LIMIT);
    List<RunSummary> found = registry.list(query(most));
    List<RunSummary> runs = shown(found, most);
    if (format.json) {
      RunJson.print(console, runs);
      return;
    }
    RunTable table = new RunTable(runs, console.columns());
    print(table.get());
    if (!table.leftOut().isEmpty()) {
      console.say(
          "Too narrow for "
              + String.join(", ", table.leftOut())
              + "; --columns chooses what is shown.");
    }
  }

  private void sweeps(Registry registry) {
    int most = most(format.csv ? Integer.MAX_VALUE : USUAL_LIMIT);
    List<SweepSummary> found =
        registry.sweeps().newest(most == Integer.MAX_VALUE ? most : most + 1);
    List<SweepSummary> shown = shown(found, most);
    if (format.json) {
      console.print(Json.pretty(shown));
    } else if (format.csv) {
      console.print(Csv.of(SweepTable.raw(shown)));
    } else if (shown.isEmpty()) {
      console.say(
          deleted
              ? "No sweep is deleted."
              : "No sweeps yet. Start one: ./run experiments/quickstart.yaml seed=1..3");
    } else {
      console.print(Grid.text(SweepTable.text(shown), console.columns()) + "\n");
    }
  }

  private void values(Registry registry) {
    int most = most(format.csv ? Integer.MAX_VALUE : USUAL_LIMIT);
    List<ShownColumn> named = ShownColumn.parse("--columns", columns);
    List<ShownColumn> shown = named.isEmpty() ? ShownColumn.parse("--csv", CSV_COLUMNS) : named;
    List<RunValues> found = registry.values(query(most), operands(shown), operands(named));
    ValueList list = new ValueList(shown, shown(found, most));
    if (format.json) {
      console.print(Json.pretty(list.json()));
    } else if (format.csv) {
      console.print(Csv.of(list.raw()));
    } else {
      print(list.text());
    }
  }

  private void groups(Registry registry) {
    List<ShownColumn> keys = ShownColumn.parse("--group-by", groupBy);
    List<ShownColumn> chosen = ShownColumn.parse("--columns", columns);
    List<ShownColumn> numbers =
        chosen.isEmpty() ? ShownColumn.parse("--group-by", GROUP_COLUMNS) : chosen;
    RunQuery query = filter.query(most(Integer.MAX_VALUE));
    check(keys, numbers, query);
    List<Operand> named = Stream.of(keys, chosen).flatMap(c -> operands(c).stream()).toList();
    RunGroups groups = new RunGroups(operands(keys), operands(numbers));
    GroupList list = new GroupList(keys, numbers, groups.of(registry, query, named));
    if (format.json) {
      console.print(Json.pretty(list.json()));
    } else if (format.csv) {
      console.print(Csv.of(list.raw()));
    } else {
      print(list.text());
      if (list.repeatsSeeds()) {
        console.say(
            "Runs of the same seed are no repetitions: where there are fewer seeds than runs, the"
                + " interval may be too narrow.");
      }
    }
  }

  /** Only what was measured has a mean, and only what is there can be sorted by. */
  private static void check(List<ShownColumn> keys, List<ShownColumn> numbers, RunQuery query) {
    Problems problems = new Problems();
    numbers.stream()
        .filter(column -> !column.isMeasured())
        .forEach(
            column ->
                problems.add(
                    new Problem(
                        "command line",
                        "--columns",
                        "groups show means, and " + column.written() + " has none",
                        "name metrics, epochsTo(…), secondsTo(…) or duration")));
    List<Operand> there = Stream.of(keys, numbers).flatMap(c -> operands(c).stream()).toList();
    query.order().stream()
        .filter(order -> !there.contains(order.by()))
        .forEach(
            order ->
                problems.add(
                    new Problem(
                        "command line",
                        "--sort",
                        "groups are sorted by what they are shown with: --group-by and --columns",
                        null)));
    problems.refuse();
  }

  private static List<Operand> operands(List<ShownColumn> columns) {
    return columns.stream().map(ShownColumn::operand).toList();
  }

  private void print(Table table) {
    if (!table.isEmpty()) {
      console.print(Grid.text(table, console.columns()) + "\n");
    } else if (filter.isFilter()) {
      console.say("No run is like that; ./run list shows all.");
    } else if (deleted) {
      console.say("No run is deleted.");
    } else {
      console.say("No runs yet. Start one: ./run experiments/quickstart.yaml");
    }
  }
}
