package dev.epochal.cli;

import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.SweepSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sweeps that {@code list --sweeps} prints. */
final class SweepTable {
  private SweepTable() {}

  /** For people. */
  static Table text(List<SweepSummary> sweeps) {
    return new Table(
        List.of(
            "id",
            "name",
            "status",
            "method",
            "trials",
            "finished/failed/stopped",
            "best",
            "started (UTC)"),
        sweeps.stream().map(SweepTable::row).toList());
  }

  private static List<String> row(SweepSummary sweep) {
    return List.of(
        sweep.id(),
        sweep.name(),
        sweep.status().name(),
        method(sweep),
        Integer.toString(sweep.planned()),
        count(sweep, RunStatus.FINISHED) + "/" + failed(sweep) + "/" + sweep.stopped(),
        best(sweep),
        sweep.started().toString().substring(0, 16).replace('T', ' '));
  }

  static String method(SweepSummary sweep) {
    return sweep.method().name().toLowerCase(Locale.ROOT);
  }

  private static String best(SweepSummary sweep) {
    return sweep.best() == null
        ? ""
        : "%s %s (%s)"
            .formatted(
                sweep.metric(), MetricText.value(sweep.metric(), sweep.bestValue()), sweep.best());
  }

  /** For spreadsheets: each number alone. */
  static Table raw(List<SweepSummary> sweeps) {
    List<String> header =
        List.of(
            "id",
            "name",
            "experiment",
            "status",
            "method",
            "trials",
            "finished",
            "failed",
            "stopped",
            "reused",
            "metric",
            "best",
            "bestValue",
            "started",
            "ended");
    List<List<String>> rows = new ArrayList<>();
    for (SweepSummary sweep : sweeps) {
      rows.add(
          List.of(
              sweep.id(),
              sweep.name(),
              sweep.experiment(),
              sweep.status().name(),
              method(sweep),
              Integer.toString(sweep.planned()),
              Integer.toString(count(sweep, RunStatus.FINISHED)),
              Integer.toString(failed(sweep)),
              Integer.toString(sweep.stopped()),
              Integer.toString(sweep.reused()),
              sweep.metric(),
              sweep.best() == null ? "" : sweep.best(),
              ShownColumn.raw(sweep.bestValue()),
              sweep.started().toString(),
              sweep.ended() == null ? "" : sweep.ended().toString()));
    }
    return new Table(header, rows);
  }

  static int count(SweepSummary sweep, RunStatus status) {
    return sweep.trials().getOrDefault(status, 0);
  }

  /** Whose process was found dead has failed too. */
  private static int failed(SweepSummary sweep) {
    return count(sweep, RunStatus.FAILED) + count(sweep, RunStatus.CRASHED);
  }
}
