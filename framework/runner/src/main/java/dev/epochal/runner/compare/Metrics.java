package dev.epochal.runner.compare;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.Series;
import dev.epochal.core.stats.TimeTo;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** The metrics by which runs are compared. */
final class Metrics {
  /** What says whether something mattered, unless the user asks for others. */
  private static final List<String> USUAL =
      List.of(
          "validation.accuracy",
          "validation.loss",
          "test.accuracy",
          "test.loss",
          "test.f1.macro",
          "test.auc.macro",
          "train.accuracy",
          "train.loss",
          "gap.validation.loss",
          "gap.test.loss",
          "best.epoch",
          "model.parameters",
          "time.train.wall",
          "time.train.cpu");

  private static final String PREFIX = "metrics.";
  private static final int FAR = 4;

  private final Registry registry;
  private final List<RunDetail> runs;

  /** Metrics of these runs, the reference first. */
  Metrics(Registry registry, List<RunDetail> runs) {
    this.registry = registry;
    this.runs = runs;
  }

  /** The usual ones that a run has. */
  List<MetricRow> usual() {
    NavigableSet<String> there = there();
    return USUAL.stream().filter(there::contains).map(this::row).toList();
  }

  /** Every one that a run has. */
  List<MetricRow> all() {
    return there().stream().map(this::row).toList();
  }

  /**
   * These ones, by name or as a call such as {@code epochsTo(validation.accuracy, 0.8)}.
   *
   * @throws InvalidInputException with each that no run has
   */
  List<MetricRow> named(List<String> names) {
    List<Problem> problems = new ArrayList<>();
    List<MetricRow> rows = new ArrayList<>();
    List<Map<String, Series>> histories = new ArrayList<>();
    for (String written : names) {
      String name = written.startsWith(PREFIX) ? written.substring(PREFIX.length()) : written;
      if (TimeTo.isCall(name)) {
        if (histories.isEmpty()) {
          runs.forEach(run -> histories.add(registry.show(run.summary().id()).history()));
        }
        TimeTo time = TimeTo.parse(name);
        if (histories.stream().noneMatch(history -> history.containsKey(time.metric()))) {
          problems.add(unknown(time.metric(), keys(histories)));
        }
        List<@Nullable Double> values = new ArrayList<>();
        for (var history : histories) {
          var reached = time.of(history);
          values.add(reached.isPresent() ? (Double) reached.getAsDouble() : null);
        }
        rows.add(row(time.toString(), values));
      } else if (there().contains(name)) {
        rows.add(row(name));
      } else {
        problems.add(unknown(name, there()));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return rows;
  }

  private static NavigableSet<String> keys(List<? extends Map<String, ?>> histories) {
    NavigableSet<String> keys = new TreeSet<>();
    histories.forEach(history -> keys.addAll(history.keySet()));
    return keys;
  }

  private MetricRow row(String metric) {
    List<@Nullable Double> values = new ArrayList<>();
    runs.forEach(run -> values.add(run.summary().metrics().get(metric)));
    return row(metric, values);
  }

  private MetricRow row(String metric, List<@Nullable Double> values) {
    return MetricRow.of(metric, values, runs.stream().map(run -> run.summary().status()).toList());
  }

  private NavigableSet<String> there() {
    return keys(runs.stream().map(run -> run.summary().metrics()).toList());
  }

  private static Problem unknown(String name, NavigableSet<String> there) {
    LevenshteinDistance distance = new LevenshteinDistance(FAR);
    return there.stream()
        .filter(other -> other.startsWith(name))
        .findFirst()
        .or(
            () ->
                there.stream()
                    .filter(other -> distance.apply(name, other) >= 0)
                    .min(Comparator.comparing(other -> distance.apply(name, other))))
        .map(other -> "did you mean " + other + "?")
        .map(remedy -> problem(name, remedy))
        .orElseGet(() -> problem(name, "./run show RUN --json shows what a run has"));
  }

  private static Problem problem(String name, String remedy) {
    return new Problem(
        "command line", "--metrics", "none of the runs has the metric \"" + name + "\"", remedy);
  }
}
