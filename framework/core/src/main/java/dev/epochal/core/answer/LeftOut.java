package dev.epochal.core.answer;

import dev.epochal.core.run.RunStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs that say nothing to a question: never dropped without a word. */
final class LeftOut {
  private LeftOut() {}

  static List<AskedRun> of(List<AskedRun> all, List<AskedRun> counted) {
    Set<String> ids = new HashSet<>();
    counted.forEach(run -> ids.add(run.id()));
    return all.stream().filter(run -> !ids.contains(run.id())).toList();
  }

  static Optional<String> said(List<AskedRun> all, List<AskedRun> counted) {
    return said(of(all, counted), run -> "");
  }

  /**
   * How many there are, why, and at which levels.
   *
   * @param level empty when there are no levels
   */
  static Optional<String> said(List<AskedRun> left, Function<AskedRun, String> level) {
    Map<String, Map<String, Integer>> levels = new TreeMap<>();
    for (AskedRun run : left) {
      levels
          .computeIfAbsent(why(run), status -> new LinkedHashMap<>())
          .merge(level.apply(run), 1, Integer::sum);
    }
    List<String> parts = new ArrayList<>();
    levels.forEach(
        (why, counts) -> {
          int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
          String where =
              counts.entrySet().stream()
                  .filter(count -> !count.getKey().isEmpty())
                  .map(count -> count.getKey() + ": " + count.getValue())
                  .collect(Collectors.joining(", "));
          parts.add(sum + " " + why + (where.isEmpty() ? "" : " (" + where + ")"));
        });
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of("left out, because they say nothing to it: " + String.join("; ", parts));
  }

  private static String why(AskedRun run) {
    if (run.diverged()) {
      return "diverged";
    }
    return run.status() == RunStatus.FINISHED ? "without this number" : run.status().name();
  }
}
