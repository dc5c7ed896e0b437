package dev.epochal.cli;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.stats.TimeTo;
import dev.epochal.registry.RunDetail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Single values of a run, by metric name or by a call as {@link TimeTo} reads it. */
final class MetricValues {
  private MetricValues() {}

  /**
   * Values in the order of the names; null where a value was never reached.
   *
   * @throws InvalidInputException when the run has no such metric
   */
  static Map<String, @Nullable Double> of(RunDetail run, List<String> names) {
    Map<String, @Nullable Double> values = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (String name : names) {
      if (TimeTo.isCall(name)) {
        TimeTo time = TimeTo.parse(name);
        known(time.metric(), run.history().keySet(), problems);
        var reached = time.of(run.history());
        values.put(time.toString(), reached.isPresent() ? (Double) reached.getAsDouble() : null);
      } else {
        known(name, run.summary().metrics().keySet(), problems);
        values.put(name, run.summary().metrics().get(name));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return values;
  }

  private static void known(String name, Set<String> there, List<Problem> problems) {
    if (!there.contains(name)) {
      problems.add(
          new Problem(
              "command line",
              "--metric",
              "the run has no metric \"" + name + "\"",
              "it has: " + String.join(", ", kinds(there))));
    }
  }

  /** Without the hundred names that end in a class. */
  private static Set<String> kinds(Set<String> names) {
    Set<String> kinds = new TreeSet<>();
    for (String name : names) {
      kinds.add(
          name.replaceFirst(
              "^(\\w+\\.(tp|fp|tn|fn|auc|f1|precision|recall|falsePositiveRate))\\..*", "$1.…"));
    }
    return kinds;
  }
}
