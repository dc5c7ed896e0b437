package dev.epochal.core.answer;

import dev.epochal.core.stats.Goal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Lets each level of a factor have its own best value of a param. Half of the blocks (the seeds)
 * choose, and the others are compared: by the same numbers, the best of many values would look
 * better than it is. Letting each block be compared at what all others chose would use every run,
 * but makes the blocks depend on each other: of levels that are the same, 8 to 17 % were then
 * called different.
 */
final class AtBestChoice {
  private final String key;
  private final Goal goal;
  private final ToDoubleFunction<AskedRun> quality;

  /** Level, block, value, run. */
  private final Map<String, Map<String, Map<String, AskedRun>>> runs = new LinkedHashMap<>();

  private final List<AskedRun> chosen = new ArrayList<>();
  private final List<AtBest.Choice> choices = new ArrayList<>();
  private final Set<String> choosing = new TreeSet<>();
  private boolean chosenByItself;

  /**
   * @param quality what the best is told by; NaN counts as worse than every number
   */
  AtBestChoice(
      Design design,
      List<AskedRun> all,
      String key,
      Goal goal,
      ToDoubleFunction<AskedRun> quality) {
    this.key = key;
    this.goal = goal;
    this.quality = quality;
    for (AskedRun run : all) {
      runs.computeIfAbsent(design.level(run), level -> new LinkedHashMap<>())
          .computeIfAbsent(design.block(run, key), block -> new LinkedHashMap<>())
          .merge(
              run.factor(key),
              run,
              (one, other) -> other.started().isAfter(one.started()) ? other : one);
    }
    List<String> blocks =
        runs.values().stream().flatMap(one -> one.keySet().stream()).distinct().sorted().toList();
    choosing.addAll(blocks.subList(0, blocks.size() / 2));
    runs.forEach(this::choose);
  }

  /** What the best is told by: never the test split, even if it is what is asked about. */
  static String chosenOn(String response) {
    if (response.startsWith("test.")) {
      return "validation." + response.substring("test.".length());
    }
    return response.startsWith("validation.") || response.contains("(")
        ? response
        : "validation.accuracy";
  }

  private void choose(String level, Map<String, Map<String, AskedRun>> blocks) {
    Set<String> choose = new TreeSet<>(blocks.keySet());
    choose.retainAll(choosing);
    Set<String> compare = new TreeSet<>(blocks.keySet());
    compare.removeAll(choosing);
    boolean several =
        blocks.values().stream().flatMap(one -> one.keySet().stream()).distinct().count() > 1;
    if ((choose.isEmpty() || compare.isEmpty()) && blocks.size() > 1) {
      // It has not the seeds of the other levels: half of its own choose.
      List<String> own = blocks.keySet().stream().sorted().toList();
      choose = new TreeSet<>(own.subList(0, own.size() / 2));
      compare = new TreeSet<>(own.subList(own.size() / 2, own.size()));
      choosing.addAll(choose);
    } else if (choose.isEmpty() || compare.isEmpty()) {
      chosenByItself |= several;
      choose = blocks.keySet();
      compare = blocks.keySet();
    }
    Map<String, List<Double>> byValue = new LinkedHashMap<>();
    for (String block : choose) {
      Objects.requireNonNull(blocks.get(block))
          .forEach(
              (value, run) ->
                  byValue
                      .computeIfAbsent(value, name -> new ArrayList<>())
                      .add(quality.applyAsDouble(run)));
    }
    String best =
        byValue.entrySet().stream()
            .min(Comparator.comparing(Map.Entry::getValue, this::compare))
            .map(Map.Entry::getKey)
            .orElseThrow();
    int compared = chosen.size();
    for (String block : compare) {
      AskedRun run = Objects.requireNonNull(blocks.get(block)).get(best);
      if (run != null) {
        chosen.add(run);
      }
    }
    choices.add(new AtBest.Choice(level, best, chosen.size() - compared));
  }

  /** The fewer lack a number, the better; then by the mean of the others. */
  private int compare(List<Double> one, List<Double> other) {
    int lacking = Double.compare(lacking(one), lacking(other));
    if (lacking != 0) {
      return lacking;
    }
    int up = Double.compare(mean(one), mean(other));
    return goal == Goal.MAX ? -up : up;
  }

  private static double lacking(List<Double> values) {
    return (double) values.stream().filter(value -> !Double.isFinite(value)).count()
        / values.size();
  }

  private static double mean(List<Double> values) {
    return values.stream()
        .filter(Double::isFinite)
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  /** The runs that are compared: each level's at its best value. */
  List<AskedRun> chosen() {
    return List.copyOf(chosen);
  }

  /** Level by level. */
  List<AtBest.Choice> choices() {
    return List.copyOf(choices);
  }

  /** How it was chosen, and what must be known of that. */
  List<String> warnings(String response) {
    List<String> warnings = new ArrayList<>();
    warnings.add(
        "each level is at its own best %s (%s), chosen by %s of the runs with %s; the others are compared, so that no run chose for itself"
            .formatted(key, said(), response, String.join("; ", choosing)));
    if (chosenByItself) {
      warnings.add(
          "a level with too few seeds chose its %s by the runs that are then compared: it looks better than it is"
              .formatted(key));
    }
    return warnings;
  }

  private String said() {
    return choices.stream()
        .map(choice -> choice.level() + ": " + choice.value())
        .collect(Collectors.joining("; "));
  }
}
