package dev.epochal.core.answer;

import dev.epochal.core.stats.Goal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Lets each level of a factor have its own best value of a param. The value that a block (a seed)
 * is compared at is chosen by the other blocks alone: chosen by the same numbers that are compared
 * then, the best of many values would look better than it is.
 */
final class AtBestChoice {
  private final Design design;
  private final String key;
  private final Goal goal;
  private final ToDoubleFunction<AskedRun> quality;

  /** Level, block, value, run. */
  private final Map<String, Map<String, Map<String, AskedRun>>> runs = new LinkedHashMap<>();

  private final List<AskedRun> chosen = new ArrayList<>();
  private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
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
    this.design = design;
    this.key = key;
    this.goal = goal;
    this.quality = quality;
    for (AskedRun run : all) {
      runs.computeIfAbsent(design.level(run), level -> new LinkedHashMap<>())
          .computeIfAbsent(design.block(run, key), block -> new LinkedHashMap<>())
          .put(run.factor(key), run);
    }
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
    blocks.forEach(
        (block, values) -> {
          Map<String, List<Double>> others = new LinkedHashMap<>();
          blocks.forEach(
              (other, otherValues) -> {
                if (!other.equals(block) || blocks.size() == 1) {
                  otherValues.forEach(
                      (value, run) ->
                          others
                              .computeIfAbsent(value, name -> new ArrayList<>())
                              .add(quality.applyAsDouble(run)));
                }
              });
          others.keySet().retainAll(values.keySet());
          String best =
              others.entrySet().stream()
                  .min(Comparator.comparing(Map.Entry::getValue, this::compare))
                  .map(Map.Entry::getKey)
                  .orElseGet(() -> values.keySet().iterator().next());
          chosenByItself |= blocks.size() == 1 && values.size() > 1;
          chosen.add(Objects.requireNonNull(values.get(best)));
          counts.computeIfAbsent(level, name -> new LinkedHashMap<>()).merge(best, 1, Integer::sum);
        });
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

  /** One run of each level and block. */
  List<AskedRun> chosen() {
    return List.copyOf(chosen);
  }

  /** Level by level, most chosen first. */
  List<AtBest.Choice> choices() {
    return counts.entrySet().stream()
        .flatMap(
            level ->
                level.getValue().entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .map(
                        value ->
                            new AtBest.Choice(level.getKey(), value.getKey(), value.getValue())))
        .toList();
  }

  /** How it was chosen, and what must be known of that. */
  List<String> warnings(String response) {
    List<String> warnings = new ArrayList<>();
    warnings.add(
        "each level is at its own best %s (%s): for each run it was chosen by %s of the level's"
                .formatted(key, said(), response)
            + " other seeds, so that no run chose for itself");
    if (chosenByItself) {
      warnings.add(
          "a level with one seed alone chose its %s by the run that is then compared: it looks better"
                  .formatted(key)
              + " than it is");
    }
    return warnings;
  }

  private String said() {
    return counts.entrySet().stream()
        .map(level -> level.getKey() + ": " + String.join(" or ", level.getValue().keySet()))
        .collect(Collectors.joining("; "));
  }
}
