package dev.epochal.core.sweep;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every combination of some axes; those that are zipped go together, value by value.
 *
 * @param axes in the order in which they vary, the last one fastest
 * @param zipped groups of keys whose axes have equally many values
 * @param excluded combinations that are left out: all that agree with one of these maps
 */
public record Grid(List<Axis> axes, List<List<String>> zipped, List<Map<String, String>> excluded) {
  /** More trials than anybody waits for. */
  public static final int MOST = 100_000;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");

  public Grid {
    axes = List.copyOf(axes);
    zipped = zipped.stream().map(List::copyOf).toList();
    excluded = List.copyOf(excluded);
  }

  /**
   * The combinations: each key's value, in the axes' order.
   *
   * @throws InvalidInputException if keys are zipped that are no axes or of different lengths, if
   *     there are too many, or all are excluded
   */
  public List<Map<String, String>> combinations() {
    List<Map<String, String>> kept =
        all().stream().filter(one -> excluded.stream().noneMatch(out -> agrees(one, out))).toList();
    if (kept.isEmpty()) {
      throw problem("has no combination that is not excluded", "exclude less");
    }
    return kept;
  }

  /**
   * What is excluded and is no combination anyway.
   *
   * @throws InvalidInputException as {@link #combinations()}
   */
  public List<Map<String, String>> excludedInVain() {
    List<Map<String, String>> all = all();
    return excluded.stream()
        .filter(out -> all.stream().noneMatch(one -> agrees(one, out)))
        .toList();
  }

  private List<Map<String, String>> all() {
    List<List<Axis>> groups = groups();
    long n = 1;
    for (List<Axis> group : groups) {
      n *= group.get(0).values().size();
      if (n > MOST) {
        throw problem("has more than " + MOST + " combinations", "vary less");
      }
    }
    List<Map<String, String>> combinations = List.of(Map.of());
    for (List<Axis> group : groups) {
      combinations = extended(combinations, group);
    }
    return combinations;
  }

  private static List<Map<String, String>> extended(
      List<Map<String, String>> combinations, List<Axis> group) {
    List<Map<String, String>> longer = new ArrayList<>();
    for (Map<String, String> combination : combinations) {
      for (int i = 0; i < group.get(0).values().size(); i++) {
        Map<String, String> one = new LinkedHashMap<>(combination);
        for (Axis axis : group) {
          one.put(axis.key(), axis.values().get(i));
        }
        longer.add(one);
      }
    }
    return longer;
  }

  private static boolean agrees(Map<String, String> combination, Map<String, String> excluded) {
    return excluded.entrySet().stream()
        .allMatch(value -> same(value.getValue(), combination.get(value.getKey())));
  }

  /** Whether two texts mean one value: numbers do, however they are written. */
  public static boolean same(String value, @Nullable String other) {
    if (other == null || value.equals(other)) {
      return other != null;
    }
    return NUMBER.matcher(value).matches()
        && NUMBER.matcher(other).matches()
        && new BigDecimal(value).compareTo(new BigDecimal(other)) == 0;
  }

  /** Axes that vary together, at the place of the first of them. */
  private List<List<Axis>> groups() {
    Map<String, Axis> byKey = new LinkedHashMap<>();
    axes.forEach(axis -> byKey.put(axis.key(), axis));
    Set<String> zippedKeys = new HashSet<>();
    for (List<String> keys : zipped) {
      Axis first = null;
      for (String key : keys) {
        Axis axis = byKey.get(key);
        if (axis == null) {
          throw problem("zips " + key + ", which it does not vary", "give it values");
        }
        if (!zippedKeys.add(key)) {
          throw problem("zips " + key + " twice", "name it once");
        }
        first = first == null ? axis : first;
        if (axis.values().size() != first.values().size()) {
          throw problem(
              "zips %s with %d values and %s with %d"
                  .formatted(first.key(), first.values().size(), key, axis.values().size()),
              "give them equally many");
        }
      }
    }
    List<List<Axis>> groups = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (Axis axis : axes) {
      if (done.contains(axis.key())) {
        continue;
      }
      List<String> keys =
          zipped.stream()
              .filter(group -> group.contains(axis.key()))
              .findFirst()
              .orElse(List.of(axis.key()));
      groups.add(keys.stream().map(byKey::get).toList());
      done.addAll(keys);
    }
    return groups;
  }

  private static InvalidInputException problem(String rule, String remedy) {
    return new InvalidInputException(Problem.of("the sweep " + rule, remedy));
  }
}
