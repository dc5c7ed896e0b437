package dev.epochal.cli;

import dev.epochal.core.json.Json;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.PlannedSweep;
import dev.epochal.core.sweep.Sampler;
import dev.epochal.core.sweep.Search;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The trials of a sweep as far as they are known before it runs: of those that bayes chooses, the
 * first, which are drawn at random.
 */
record TrialList(PlannedSweep sweep, List<Map<String, String>> trials) {

  static TrialList of(PlannedSweep sweep) {
    if (sweep.plan().search() instanceof Search.Drawn drawn) {
      return new TrialList(sweep, drawn(drawn));
    }
    return new TrialList(sweep, ((Search.Listed) sweep.plan().search()).values());
  }

  private static List<Map<String, String>> drawn(Search.Drawn drawn) {
    Sampler sampler = drawn.sampler();
    List<Map<String, String>> trials = new ArrayList<>();
    for (int point = 0; point < drawn.points() && (!drawn.bayes() || point < 10); point++) {
      Map<String, String> values = drawn.values(sampler.point(point, List.of()));
      if (drawn.seeds().isEmpty()) {
        trials.add(values);
      }
      for (String seed : drawn.seeds()) {
        Map<String, String> seeded = new LinkedHashMap<>(values);
        seeded.put("seed", seed);
        trials.add(seeded);
      }
    }
    return trials;
  }

  /** How many there will be. */
  int size() {
    return sweep.plan().search().trials();
  }

  /** Of the first of them, at most so many. */
  List<RunPlan> plans(int most) {
    return trials.stream().limit(most).map(values -> sweep.trial(values).plan()).toList();
  }

  String json() {
    return Json.pretty(
        trials.stream()
            .map(values -> new Row(values, sweep.trial(values).plan().sha256()))
            .toList());
  }

  /** What a program is told of one run, which is the only one, and for which no value was set. */
  static String json(PlannedRun one) {
    return Json.pretty(List.of(new Row(Map.of(), one.plan().sha256())));
  }

  /** A trial for programs. */
  private record Row(Map<String, String> values, String planSha256) {}

  /** A row for each, for a terminal of so many columns; 0 for any. */
  String text(int columns) {
    List<String> keys =
        trials.stream().flatMap(values -> values.keySet().stream()).distinct().toList();
    List<List<String>> rows = new ArrayList<>();
    for (Map<String, String> values : trials) {
      rows.add(
          Stream.concat(
                  Stream.of(Integer.toString(rows.size() + 1)),
                  keys.stream().map(key -> values.getOrDefault(key, "")))
              .toList());
    }
    Table table = new Table(Stream.concat(Stream.of("trial"), keys.stream()).toList(), rows);
    String rest = trials.size() < size() ? " (the rest is chosen by what these yield)" : "";
    return Grid.text(table, columns) + "\n" + size() + " trials" + rest + "\n";
  }
}
