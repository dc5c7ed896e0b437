package dev.epochal.ui.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.Series;
import dev.epochal.registry.RunDetail;
import dev.epochal.registry.RunHistory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Histories of several runs, with what is needed to lay them along epochs, updates, images or
 * seconds.
 *
 * @param metrics every metric that one of the runs has a history of
 */
public record Curves(SortedSet<String> metrics, List<OfRun> runs) {
  private static final List<String> CLOCK = List.of("train.seconds", "data.seconds");
  private static final String UPDATES = "iteration.loss";

  /**
   * The curves of one run.
   *
   * @param updatesPerEpoch null when nobody knows
   * @param images that an epoch trains on; null likewise
   * @param seconds that training had taken at the end of each epoch, from epoch 1 on
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OfRun(
      String id,
      String name,
      String status,
      @Nullable Double updatesPerEpoch,
      @Nullable Integer images,
      List<Double> seconds,
      SortedMap<String, Reduced> series) {}

  /**
   * The curves of some runs.
   *
   * @param ids of the runs
   * @param most points of each curve
   */
  public static Curves of(Runs runs, List<String> ids, List<String> metrics, int most) {
    return runs.ask(
        List.of("curves", ids, metrics, most),
        (registry, notices) -> {
          LinkedHashSet<String> wanted = new LinkedHashSet<>(metrics);
          wanted.addAll(CLOCK);
          wanted.add(UPDATES);
          SortedSet<String> known = new TreeSet<>();
          List<OfRun> all =
              Runs.ofEach(
                  registry,
                  ids,
                  (some, these) ->
                      some.histories(
                          these,
                          List.copyOf(wanted),
                          (run, history) -> {
                            known.addAll(history.metrics());
                            return ofRun(run, history, metrics, most);
                          }));
          return new Curves(known, all);
        });
  }

  private static OfRun ofRun(RunDetail run, RunHistory history, List<String> metrics, int most) {
    SortedMap<String, Reduced> series = new TreeMap<>();
    for (String metric : metrics) {
      Series found = history.histories().get(metric);
      if (found != null) {
        series.put(metric, Reduced.of(found, most));
      }
    }
    DatasetRecord data = run.dataset();
    DatasetRecord.SplitRecord train = data == null ? null : data.splits().get("train");
    return new OfRun(
        run.summary().id(),
        run.summary().name(),
        run.summary().status().name(),
        updatesPerEpoch(run, history),
        train == null ? null : train.n(),
        seconds(history),
        series);
  }

  /** Whole batches and the rest of an epoch; else what the histories show. */
  private static @Nullable Double updatesPerEpoch(RunDetail run, RunHistory history) {
    DatasetRecord data = run.dataset();
    String batch = run.summary().params().get("training.batchSize");
    DatasetRecord.SplitRecord train = data == null ? null : data.splits().get("train");
    if (train != null && batch != null && batch.matches("[1-9]\\d{0,8}")) {
      return Math.ceil((double) train.n() / Integer.parseInt(batch));
    }
    Series updates = history.histories().get(UPDATES);
    Series epochs = history.histories().get(CLOCK.get(0));
    return updates == null || epochs == null || epochs.size() == 0
        ? null
        : (Double) ((double) updates.size() / epochs.size());
  }

  private static List<Double> seconds(RunHistory history) {
    List<Double> seconds = new ArrayList<>();
    Map<String, Series> histories = history.histories();
    Series train = histories.get(CLOCK.get(0));
    Series data = histories.get(CLOCK.get(1));
    double sum = 0;
    for (int i = 0; train != null && i < train.size(); i++) {
      sum += train.values()[i];
      if (data != null && i < data.size()) {
        sum += data.values()[i];
      }
      seconds.add(sum);
    }
    return seconds;
  }
}
