package dev.epochal.core.planning;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.spec.yaml.Place;
import dev.epochal.core.sweep.Search;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Plans the trials of a sweep before the first one runs: a slip must not wait for the last. */
final class TrialCheck {
  /** Problems after which nobody wants more. */
  private static final int ENOUGH = 20;

  private final PlannedSweep sweep;

  TrialCheck(PlannedSweep sweep) {
    this.sweep = sweep;
  }

  /**
   * Plans all trials that are known, and of drawn ones those at the ends of every distribution. Two
   * listed ones of one plan are a slip too: the same run twice would count as two.
   *
   * @throws InvalidInputException with every problem, each once
   */
  void check() {
    Set<Problem> problems = new LinkedHashSet<>();
    Map<String, Map<String, String>> byPlan = new HashMap<>();
    for (Map<String, String> values : known()) {
      try {
        Map<String, String> same = byPlan.putIfAbsent(sweep.trial(values).plan().sha256(), values);
        if (same != null && sweep.plan().search() instanceof Search.Listed) {
          problems.add(twice(same, values));
        }
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
      if (problems.size() >= ENOUGH) {
        break;
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(List.copyOf(problems));
    }
  }

  /** Names what the two say differently, which means the same. */
  private Problem twice(Map<String, String> one, Map<String, String> other) {
    Map<String, String> first = new TreeMap<>(one);
    Map<String, String> second = new TreeMap<>(other);
    first.entrySet().removeAll(other.entrySet());
    second.entrySet().removeAll(one.entrySet());
    String key = second.isEmpty() ? "" : second.keySet().iterator().next();
    Place place = sweep.places().get(key);
    return new Problem(
        place == null ? "" : place.toString(),
        "",
        "two trials are the same run: %s and %s".formatted(words(first), words(second)),
        "leave one out");
  }

  private static String words(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + value.getValue())
        .collect(Collectors.joining(" "));
  }

  private List<Map<String, String>> known() {
    if (sweep.plan().search() instanceof Search.Drawn drawn) {
      double[] low = new double[drawn.keys().size()];
      double[] high = new double[low.length];
      Arrays.fill(high, Math.nextDown(1.0));
      return List.of(drawn.values(low), drawn.values(high));
    }
    return ((Search.Listed) sweep.plan().search()).values();
  }
}
