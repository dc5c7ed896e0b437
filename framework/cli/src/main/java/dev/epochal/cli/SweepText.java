package dev.epochal.cli;

import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.Question;
import dev.epochal.core.sweep.Search;
import dev.epochal.registry.SweepDetail;
import dev.epochal.registry.SweepSummary;
import dev.epochal.registry.SweepTrial;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code show} says of a sweep. */
final class SweepText {
  /** More values of a key are told by their number. */
  private static final int MOST_VALUES = 12;

  private final SweepDetail sweep;
  private final SweepSummary summary;
  private final StringBuilder text = new StringBuilder();

  private SweepText(SweepDetail sweep) {
    this.sweep = sweep;
    this.summary = sweep.summary();
  }

  /**
   * The text.
   *
   * @param width of the terminal; 0 for any
   */
  static String of(SweepDetail sweep, int width) {
    return new SweepText(sweep).text(width);
  }

  private String text(int width) {
    line(
        "%s (%s) %s%s%s",
        Plain.of(summary.name()),
        summary.id(),
        summary.status(),
        sweep.deleted() == null
            ? ""
            : ", deleted " + sweep.deleted().toString().substring(0, 19).replace('T', ' '),
        summary.reason() == null ? "" : ": " + summary.reason());
    line(
        "sweep of   %s, %s, started %s, took %s",
        Plain.of(summary.experiment()),
        SweepTable.method(summary),
        summary.started(),
        summary.ended() == null
            ? "…"
            : Durations.text(
                Duration.between(summary.started(), summary.ended()).toMillis() / 1e3));
    line(
        "folder     %s%s",
        sweep.folder(),
        Files.exists(sweep.folder()) ? "" : " is gone: this is what the registry knows");
    question();
    parameters();
    line(
        "metric     %s, %s",
        Plain.of(summary.metric()),
        summary.goal() == dev.epochal.core.stats.Goal.MIN
            ? "the lowest is best"
            : "the highest is best");
    line(
        "threads    %d %s at once, %d %s each",
        sweep.record().jobs(),
        sweep.record().jobs() == 1 ? "trial" : "trials",
        sweep.record().threads(),
        sweep.record().threads() == 1 ? "thread" : "threads");
    line("test       %s", testReads());
    line("trials     %s", counts());
    next();
    if (!sweep.notes().isEmpty()) {
      text.append("\nnotes:\n").append(Remarks.notes(sweep.notes()));
    }
    if (!sweep.trials().isEmpty()) {
      text.append('\n').append(Grid.text(table(), width)).append('\n');
    }
    return text.toString();
  }

  private void question() {
    Question question = sweep.record().plan().question();
    if (question.text() != null) {
      line("question   %s", Plain.of(question.text()));
    }
    if (question.factor() != null) {
      line(
          "factor     %s, asked on %s%s",
          Plain.of(question.factor()),
          Plain.of(question.response()),
          question.reference() == null ? "" : ", compared with " + Plain.of(question.reference()));
    }
  }

  private void parameters() {
    String label = "varies     ";
    if (sweep.record().plan().search() instanceof Search.Drawn drawn) {
      for (Search.DrawnKey key : drawn.keys()) {
        line("%s%s from %s", label, Plain.of(key.key()), drawnFrom(key));
        label = "           ";
      }
      if (!drawn.seeds().isEmpty()) {
        line("%sseed=%s", label, values(new LinkedHashSet<>(drawn.seeds())));
      }
      return;
    }
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (Map<String, String> trial : ((Search.Listed) sweep.record().plan().search()).values()) {
      trial.forEach(
          (key, value) -> values.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(value));
    }
    for (Map.Entry<String, Set<String>> key : values.entrySet()) {
      line("%s%s=%s", label, Plain.of(key.getKey()), values(key.getValue()));
      label = "           ";
    }
  }

  /** As what it was drawn at, at both ends, where there is no better word for it. */
  private static String drawnFrom(Search.DrawnKey key) {
    if (key.distribution() instanceof dev.epochal.core.sweep.Distribution.Categorical some) {
      return values(new LinkedHashSet<>(some.values()));
    }
    return "%s to %s"
        .formatted(key.distribution().at(0.0), key.distribution().at(Math.nextDown(1.0)));
  }

  private static String values(Set<String> values) {
    return values.size() > MOST_VALUES
        ? values.size() + " values"
        : Plain.of(String.join(",", values));
  }

  private String testReads() {
    String trials =
        sweep.trialsThatReadTest() == 0
            ? "read by none of the trials"
            : "read by %d of %d trials"
                .formatted(sweep.trialsThatReadTest(), sweep.trials().size());
    String family =
        sweep.testReads() == 0
            ? ""
            : "; by %d %s of %s in all"
                .formatted(
                    sweep.testReads(),
                    sweep.testReads() == 1 ? "run" : "runs",
                    Plain.of(summary.experiment()));
    return trials + family + (sweep.record().testMayChoose() ? "; a metric of it may choose" : "");
  }

  private String counts() {
    List<String> parts = new ArrayList<>();
    for (RunStatus status : RunStatus.values()) {
      int n = SweepTable.count(summary, status);
      if (n > 0) {
        parts.add(n + " " + status.name().toLowerCase(Locale.ROOT));
      }
    }
    if (summary.stopped() > 0) {
      parts.add(summary.stopped() + " of them stopped by the sweep");
    }
    if (summary.reused() > 0) {
      parts.add(summary.reused() + " reused");
    }
    return summary.planned()
        + " planned"
        + (parts.isEmpty() ? "" : ": ")
        + String.join(", ", parts);
  }

  private void next() {
    String id = summary.id();
    if (!summary.status().isOver()) {
      line("next       ./run stop %s", id);
    } else if (summary.status() != RunStatus.FINISHED) {
      line("next       ./run resume %s", id);
    }
  }

  private Table table() {
    List<String> keys =
        sweep.trials().stream()
            .flatMap(trial -> trial.values().keySet().stream())
            .distinct()
            .toList();
    List<String> header =
        Stream.of(
                Stream.of("trial", "run", "status"), keys.stream(), Stream.of(summary.metric(), ""))
            .flatMap(part -> part)
            .toList();
    List<List<String>> rows = new ArrayList<>();
    for (SweepTrial trial : sweep.trials()) {
      rows.add(
          Stream.of(
                  Stream.of(
                      Integer.toString(trial.number()),
                      trial.run(),
                      trial.status() == null ? "-" : trial.status().name()),
                  keys.stream().map(key -> trial.values().getOrDefault(key, "")),
                  Stream.of(MetricText.value(summary.metric(), trial.metric()), marks(trial)))
              .flatMap(part -> part)
              .toList());
    }
    return new Table(header, rows);
  }

  private String marks(SweepTrial trial) {
    return Stream.of(
            trial.selected() ? "selected" : "",
            trial.run().equals(summary.best()) ? "best" : "",
            trial.reused() ? "reused" : "",
            trial.stopped() != null
                ? trial.stopped()
                : trial.reason() != null ? trial.reason().lines().findFirst().orElse("") : "")
        .filter(mark -> !mark.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
