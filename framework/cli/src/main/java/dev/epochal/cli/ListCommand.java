package dev.epochal.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunQuery;
import dev.epochal.registry.RunSummary;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists runs, the newest first. */
@Command(name = "list", description = "List the recorded runs, the newest first.")
final class ListCommand implements Callable<Integer> {
  @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 20).")
  private int limit = 20;

  @Option(
      names = "--filter",
      paramLabel = "FILTER",
      description =
          "Only runs of which this holds, such as \"metrics.test.accuracy > 0.9 and status ="
              + " finished\".")
  private String filter = "";

  @Option(
      names = "--sort",
      paramLabel = "VALUE",
      split = ",",
      description = "By this value of a run, such as started; with - before it, the largest first.")
  private List<String> sort = List.of();

  @Option(names = "--deleted", description = "The deleted runs, and no others.")
  private boolean deleted;

  @Option(names = "--json", description = "As an array of JSON objects.")
  private boolean json;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  ListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new InvalidInputException(
          new Problem("command line", "--limit", "must be at least 1 but was " + limit, null));
    }
    RunQuery query = RunQuery.parse(filter, sort, limit);
    Registry registry = common.workplace().registry(console::say);
    List<RunSummary> runs = (deleted ? registry.deleted() : registry).list(query);
    if (json) {
      RunJson.print(console, runs);
    } else if (runs.isEmpty() && query.filter() != null) {
      console.say("No run is like that; ./run list shows all.");
    } else if (runs.isEmpty() && deleted) {
      console.say("No run is deleted.");
    } else if (runs.isEmpty()) {
      console.say("No runs yet. Start one: ./run experiments/quickstart.yaml");
    } else {
      console.print(table(runs) + "\n");
      if (runs.size() == limit) {
        console.say(
            (sort.isEmpty() ? "The newest " : "The first ") + limit + "; --limit shows more.");
      }
    }
    return 0;
  }

  private static String table(List<RunSummary> runs) {
    return Tables.trimmed(
        AsciiTable.getTable(
            Tables.BORDER,
            runs,
            Arrays.asList(
                column("id", HorizontalAlign.LEFT).with(RunSummary::id),
                column("name", HorizontalAlign.LEFT).with(run -> Plain.of(run.name())),
                column("status", HorizontalAlign.LEFT).with(ListCommand::status),
                column("dataset", HorizontalAlign.LEFT).with(ListCommand::dataset),
                column("seed", HorizontalAlign.RIGHT).with(run -> Long.toString(run.seed())),
                column("test accuracy", HorizontalAlign.RIGHT)
                    .with(run -> percent(run.metrics().get("test.accuracy"))),
                column("test loss", HorizontalAlign.RIGHT)
                    .with(run -> number(run.metrics().get("test.loss"))),
                column("started (UTC)", HorizontalAlign.LEFT)
                    .with(run -> run.started().toString().substring(0, 19).replace('T', ' ')),
                column("took", HorizontalAlign.RIGHT)
                    .with(run -> Durations.text(run.durationSeconds())))));
  }

  private static Column column(String header, HorizontalAlign align) {
    return new Column().header(header).headerAlign(align).dataAlign(align).maxWidth(60);
  }

  private static String status(RunSummary run) {
    return run.status() + (run.recordingErrors().isEmpty() ? "" : " (not all recorded)");
  }

  private static String dataset(RunSummary run) {
    if (run.dataset() == null) {
      return "";
    }
    return run.dataset().reason() == null
        ? run.dataset().used()
        : run.dataset().used() + " (FALLBACK for " + run.dataset().requested() + ")";
  }

  private static String percent(@Nullable Double share) {
    return share == null ? "" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.4f", value);
  }
}
