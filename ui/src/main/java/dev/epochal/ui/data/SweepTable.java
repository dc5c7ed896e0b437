package dev.epochal.ui.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.TimeTo;
import dev.epochal.registry.RunSummary;
import dev.epochal.registry.SweepDetail;
import dev.epochal.registry.SweepTrial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A sweep and its trials by now: {@code /sweeps/<id>.json}.
 *
 * @param sweep the object of {@code show SWEEP --json}
 * @param metrics names of what the runs have, those of single classes left out; last the response
 *     of the sweep's question, where it is when a value was reached
 * @param runs of the trials, by their ids
 */
public record SweepTable(SweepDetail sweep, List<String> metrics, SortedMap<String, Row> runs) {
  /** {@code <split>.<name>}, with what makes it of all classes; nothing of a single class. */
  private static final String OF_ALL_CLASSES = "[^.]+(\\.[^.]+)?(\\.(macro|micro|wall|cpu))?";

  public SweepTable {
    metrics = List.copyOf(metrics);
  }

  /**
   * The run of a trial.
   *
   * @param values in the order of the metrics; of a run that goes on, the last ones so far
   * @param seconds from its start to its end; null while it has none
   * @param epoch the last whole one of a run that goes on; else null
   * @param epochs how many it is to have; null when that is not known
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      String name,
      RunStatus status,
      @Nullable Double seconds,
      @JsonInclude(content = JsonInclude.Include.ALWAYS) List<@Nullable Double> values,
      @Nullable Integer epoch,
      @Nullable Integer epochs) {}

  /** Of a sweep as it stands. */
  public static SweepTable of(Sweeps sweeps, SweepDetail sweep) {
    String response = sweep.record().plan().question().response();
    Map<String, Double> reached =
        TimeTo.isCall(response) ? sweeps.reached(sweep, response) : Map.of();
    Map<String, RunSummary> known = new HashMap<>();
    sweeps.trials(sweep).forEach(run -> known.put(run.id(), run));
    Map<String, LiveRuns.Progress> live = new HashMap<>();
    SortedSet<String> names = new TreeSet<>();
    for (SweepTrial trial : sweep.trials()) {
      RunSummary run = known.get(trial.run());
      if (run == null) {
        continue;
      }
      names.addAll(run.metrics().keySet());
      if (!run.status().isOver()) {
        LiveRuns.Progress progress = sweeps.live().of(sweeps.runs().folder(run.id()));
        live.put(run.id(), progress);
        names.addAll(progress.metrics().keySet());
      }
    }
    names.removeIf(name -> !name.matches(OF_ALL_CLASSES));
    List<String> metrics = new ArrayList<>(names);
    if (!reached.isEmpty()) {
      metrics.add(response);
    }
    SortedMap<String, Row> rows = new TreeMap<>();
    known.forEach((id, run) -> rows.put(id, row(run, live.get(id), metrics, reached.get(id))));
    return new SweepTable(sweep, metrics, rows);
  }

  /**
   * A row.
   *
   * @param reached when it reached what the sweep asks for, which no metric says
   */
  private static Row row(
      RunSummary run,
      LiveRuns.@Nullable Progress progress,
      List<String> metrics,
      @Nullable Double reached) {
    List<@Nullable Double> values = new ArrayList<>();
    for (String metric : metrics) {
      Double value = run.metrics().get(metric);
      if (value == null && progress != null) {
        value = progress.metrics().get(metric);
      }
      values.add(value == null && TimeTo.isCall(metric) ? reached : value);
    }
    String epochs = run.params().getOrDefault("training.epochs", "");
    return new Row(
        run.name(),
        run.status(),
        run.durationSeconds(),
        values,
        progress == null ? null : (Integer) progress.epoch(),
        progress != null && epochs.matches("\\d{1,9}") ? Integer.valueOf(epochs) : null);
  }
}
