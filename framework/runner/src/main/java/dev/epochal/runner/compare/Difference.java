package dev.epochal.runner.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A recorded fact and what it is of each run.
 *
 * @param values in the order of the runs; null where a run has none
 * @param matters whether it can change a run's numbers or how long it takes
 */
public record Difference(Kind kind, String key, List<@Nullable String> values, boolean matters) {
  public Difference {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /**
   * The facts that are not the same of all runs.
   *
   * @param all those too that are the same, and those that cannot matter
   */
  static List<Difference> of(List<Facts> runs, boolean all) {
    List<Difference> differences = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      SortedSet<String> keys = new TreeSet<>();
      runs.forEach(run -> keys.addAll(run.of(kind).keySet()));
      for (String key : keys) {
        List<@Nullable String> values = new ArrayList<>();
        runs.forEach(run -> values.add(run.get(kind, key)));
        boolean differs = new HashSet<>(values).size() > 1;
        if (all || (differs && Relevance.isShown(kind, key))) {
          differences.add(new Difference(kind, key, values, Relevance.matters(kind, key)));
        }
      }
    }
    return differences;
  }
}
