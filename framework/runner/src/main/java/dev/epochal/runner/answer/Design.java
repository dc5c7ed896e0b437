package dev.epochal.runner.answer;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.registry.RunDetail;
import dev.epochal.runner.compare.Factor;
import dev.epochal.runner.compare.Factors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What varies between some runs: the factor that is asked about, and everything else. */
final class Design {
  /** By what varies: its value in each run, in the runs' order. */
  private final Map<String, List<String>> varied;

  private final String factor;

  private Design(Map<String, List<String>> varied, String factor) {
    this.varied = varied;
    this.factor = factor;
  }

  /**
   * The design of some runs.
   *
   * @param asked null for the one thing that varies, seeds aside
   * @throws InvalidInputException when nothing varies, or it is not clear what is asked about
   */
  static Design of(List<RunDetail> runs, @Nullable String asked) {
    Map<String, List<String>> varied = varied(runs);
    if (asked != null) {
      if (!varied.containsKey(asked)) {
        throw refused(
            "is the same in all these runs: " + asked,
            varied.isEmpty() ? "nothing varies" : "what varies is " + names(varied.keySet()));
      }
      return new Design(varied, asked);
    }
    List<String> candidates = varied.keySet().stream().filter(name -> !isSeed(name)).toList();
    if (candidates.size() > 1) {
      throw refused("is not clear: these runs differ in " + names(candidates), "name one");
    }
    if (varied.isEmpty()) {
      throw refused("is missing: these runs do not differ in anything", "choose other runs");
    }
    return new Design(
        varied, candidates.isEmpty() ? varied.keySet().iterator().next() : candidates.get(0));
  }

  private static Map<String, List<String>> varied(List<RunDetail> runs) {
    Map<String, List<String>> varied = new LinkedHashMap<>();
    for (int run = 1; run < runs.size(); run++) {
      for (Factor factor : Factors.between(runs.get(0), runs.get(run))) {
        List<String> values =
            varied.computeIfAbsent(
                factor.name(),
                name -> new ArrayList<>(Collections.nCopies(runs.size(), factor.reference())));
        values.set(run, factor.run());
      }
    }
    return varied;
  }

  String factor() {
    return factor;
  }

  /** Whether the factor fixes chance alone. */
  boolean isOfChance() {
    return isSeed(factor);
  }

  String level(int run) {
    return varied.getOrDefault(factor, List.of()).get(run);
  }

  /** Everything of a run that varies but is not asked about. */
  String block(int run) {
    return varied.entrySet().stream()
        .filter(one -> !one.getKey().equals(factor))
        .map(one -> one.getKey() + "=" + one.getValue().get(run))
        .collect(Collectors.joining(", "));
  }

  /**
   * What else goes with the factor, so that nobody can tell which of them it is.
   *
   * @param runs those that count
   */
  List<String> confounded(Set<Integer> runs) {
    List<String> warnings = new ArrayList<>();
    varied.forEach(
        (name, values) -> {
          Map<String, Set<String>> byLevel = new LinkedHashMap<>();
          for (int run : runs) {
            byLevel.computeIfAbsent(level(run), level -> new TreeSet<>()).add(values.get(run));
          }
          if (!name.equals(factor)
              && !isSeed(name)
              && new LinkedHashSet<>(byLevel.values()).size() > 1) {
            warnings.add(
                "the levels differ in more than %s: also %s (%s)"
                    .formatted(factor, name, said(byLevel)));
          }
        });
    return warnings;
  }

  private static String said(Map<String, Set<String>> byLevel) {
    return byLevel.entrySet().stream()
        .limit(4)
        .map(level -> level.getKey() + ": " + String.join(", ", level.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static boolean isSeed(String name) {
    return name.equals("seed") || name.startsWith("seeds.");
  }

  private static String names(Iterable<String> names) {
    return String.join(", ", names);
  }

  private static InvalidInputException refused(String rule, String remedy) {
    return new InvalidInputException(new Problem("command line", "--factor", rule, remedy));
  }
}
