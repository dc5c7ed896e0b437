package dev.epochal.cli;

import dev.epochal.registry.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The table that {@code list} prints unless columns are chosen. */
final class RunTable {
  /** What goes first where a terminal is too narrow. */
  private static final List<String> SPARED =
      List.of("sweep", "seed", "took", "dataset", "test loss");

  private static final List<Map.Entry<String, Function<RunSummary, String>>> COLUMNS =
      List.of(
          Map.entry("id", RunSummary::id),
          Map.entry("name", RunSummary::name),
          Map.entry("status", RunTable::status),
          Map.entry("sweep", run -> run.sweep() == null ? "" : run.sweep()),
          Map.entry("dataset", RunTable::dataset),
          Map.entry("seed", run -> Long.toString(run.seed())),
          Map.entry("test accuracy", run -> metric(run, "test.accuracy")),
          Map.entry("test loss", run -> metric(run, "test.loss")),
          Map.entry(
              "started (UTC)", run -> run.started().toString().substring(0, 16).replace('T', ' ')),
          Map.entry("took", run -> Durations.text(run.durationSeconds())));

  private final List<RunSummary> runs;
  private final List<String> leftOut = new ArrayList<>();
  private Table table;

  /**
   * A table of runs.
   *
   * @param width of the terminal; 0 for any
   */
  RunTable(List<RunSummary> runs, int width) {
    this.runs = runs;
    table = table();
    for (String column : SPARED) {
      if (width == 0 || Grid.fits(table, width)) {
        break;
      }
      if (column.equals("sweep") && runs.stream().allMatch(run -> run.sweep() == null)) {
        continue;
      }
      if (!column.equals("dataset") || runs.stream().noneMatch(RunTable::isFallback)) {
        leftOut.add(column);
        table = table();
      }
    }
  }

  Table get() {
    return table;
  }

  /** The columns that the terminal has no room for. */
  List<String> leftOut() {
    return leftOut;
  }

  private Table table() {
    boolean trials = runs.stream().anyMatch(run -> run.sweep() != null);
    Predicate<Map.Entry<String, ?>> kept =
        column ->
            !leftOut.contains(column.getKey()) && (trials || !column.getKey().equals("sweep"));
    return new Table(
        COLUMNS.stream().filter(kept).map(Map.Entry::getKey).toList(),
        runs.stream()
            .map(
                run ->
                    COLUMNS.stream()
                        .filter(kept)
                        .map(column -> column.getValue().apply(run))
                        .toList())
            .toList());
  }

  private static String status(RunSummary run) {
    return run.status() + (run.recordingErrors().isEmpty() ? "" : " (not all recorded)");
  }

  private static boolean isFallback(RunSummary run) {
    return run.dataset() != null && run.dataset().reason() != null;
  }

  private static String dataset(RunSummary run) {
    if (run.dataset() == null) {
      return "";
    }
    return isFallback(run)
        ? run.dataset().used() + " (FALLBACK for " + run.dataset().requested() + ")"
        : run.dataset().used();
  }

  private static String metric(RunSummary run, String metric) {
    return MetricText.value(metric, run.metrics().get(metric));
  }
}
