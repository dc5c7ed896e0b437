package dev.epochal.cli;

import dev.epochal.core.json.Json;
import dev.epochal.registry.Registry;
import dev.epochal.runner.compare.Comparer;
import dev.epochal.runner.compare.Comparison;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lays runs side by side. */
@Command(
    name = "compare",
    description = "Compare runs: what differs, whether that is one thing alone, and the metrics.")
final class CompareCommand implements Callable<Integer> {
  private static final int USUAL_WIDTH = 80;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunsArgument runs;

  @Option(
      names = "--against",
      paramLabel = "RUN",
      description =
          "The run that the others are compared with (default: the pinned baseline, else the first).")
  private @Nullable String against;

  @Option(
      names = "--metrics",
      paramLabel = "NAME",
      split = RunFilter.COMMA,
      splitSynopsisLabel = ",",
      description = "These metrics, e.g. test.auc.macro,\"epochsTo(validation.accuracy, 0.8)\".")
  private List<String> metrics = List.of();

  @Option(names = "--all", description = "Every metric, and what is the same of all runs too.")
  private boolean all;

  /** At most one of them. */
  static final class Format {
    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    @Option(names = "--csv", description = "As comma-separated values, a column per run.")
    private boolean csv;

    @Option(names = "--md", description = "As Markdown.")
    private boolean markdown;
  }

  @ArgGroup private @Nullable Format format;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Registry registry = common.workplace().registry(console::say);
    Comparison comparison =
        new Comparer(registry)
            .compare(
                new Comparer.Request(
                    runs.in(registry, console),
                    against,
                    metrics.stream().map(String::strip).toList(),
                    all));
    console.print(text(comparison));
    return 0;
  }

  private String text(Comparison comparison) {
    if (format != null && format.json) {
      return Json.pretty(ComparisonJson.of(comparison));
    }
    if (format != null && format.csv) {
      return Csv.of(ComparisonCsv.of(comparison));
    }
    return format != null && format.markdown
        ? ComparisonText.markdown(comparison)
        : ComparisonText.plain(
            comparison, console.columns() == 0 ? USUAL_WIDTH : console.columns());
  }
}
