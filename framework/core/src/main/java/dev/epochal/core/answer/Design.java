package dev.epochal.core.answer;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What varies between some runs: the factor that is asked about, and everything else.
 *
 * @param varied names of what varies, the factor among them, seeds last
 * @param factor that is asked about
 */
record Design(List<String> varied, String factor) {
  /**
   * The design of some runs.
   *
   * @param asked null for the one thing that varies, seeds aside
   * @param besides what varies but is not meant; null for none
   * @throws InvalidInputException when nothing varies, or it is not clear what is asked about
   */
  static Design of(List<AskedRun> runs, @Nullable String asked, @Nullable String besides) {
    List<String> varied = varied(runs);
    if (besides != null && isSeed(besides)) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "--best-of",
              "must be a param that can be chosen but was " + besides + ", which is chance",
              "name one such as training.updater.learningRate"));
    }
    if (besides != null && !varied.contains(besides)) {
      throw theSame("--best-of", besides, varied);
    }
    if (asked != null) {
      if (!varied.contains(asked)) {
        throw theSame("--factor", asked, varied);
      }
      return new Design(varied, asked);
    }
    List<String> candidates =
        varied.stream().filter(name -> !isSeed(name) && !name.equals(besides)).toList();
    if (candidates.size() > 1) {
      throw refused(
          "is not clear: these runs differ in " + String.join(", ", candidates), "name one");
    }
    if (varied.isEmpty()) {
      throw refused("is missing: these runs do not differ in anything", "choose other runs");
    }
    return new Design(varied, candidates.isEmpty() ? varied.get(0) : candidates.get(0));
  }

  /** What differs between some runs, seeds last. */
  static List<String> varied(Collection<AskedRun> runs) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (AskedRun run : runs) {
      run.factors().keySet().forEach(name -> values.put(name, new TreeSet<>()));
    }
    List<String> varied = new ArrayList<>();
    List<String> seeds = new ArrayList<>();
    values.forEach(
        (name, different) -> {
          runs.forEach(run -> different.add(run.factor(name)));
          if (different.size() > 1) {
            (isSeed(name) ? seeds : varied).add(name);
          }
        });
    varied.addAll(seeds);
    return List.copyOf(varied);
  }

  /** Whether the factor fixes chance alone. */
  boolean isOfChance() {
    return isSeed(factor);
  }

  String level(AskedRun run) {
    return run.factor(factor);
  }

  /**
   * Everything of a run that was set, varies and is not asked about. Not the environment nor the
   * code: a file edited while a sweep ran would leave no two runs to compare.
   *
   * @param besides what does not count either; null for nothing
   */
  String block(AskedRun run, @Nullable String besides) {
    return said(run, name -> isBeside(name, besides));
  }

  /**
   * The names of all that a block is told by.
   *
   * @param bestOf what does not count; null for nothing
   */
  List<String> besides(@Nullable String bestOf) {
    return varied.stream().filter(name -> isBeside(name, bestOf)).toList();
  }

  private boolean isBeside(String name, @Nullable String bestOf) {
    return !name.equals(factor) && !name.equals(bestOf) && !AskedRun.CIRCUMSTANCES.contains(name);
  }

  /**
   * Everything of a run that varies, is not asked about and is no seed.
   *
   * @param besides what does not count either; null for nothing
   */
  String group(AskedRun run, @Nullable String besides) {
    return said(run, name -> isBeside(name, besides) && !isSeed(name));
  }

  private String said(AskedRun run, Predicate<String> which) {
    return varied.stream()
        .filter(which)
        .map(name -> name + "=" + run.factor(name))
        .collect(Collectors.joining(", "));
  }

  /** What tells a run from all that could only have the same numbers. */
  String identity(AskedRun run) {
    return varied.stream().map(run::factor).collect(Collectors.joining("\n"));
  }

  /**
   * What else goes with the factor, so that nobody can tell which of them it is.
   *
   * @param runs those that count
   * @param besides what each level chose for itself; null for nothing
   */
  List<String> confounded(List<AskedRun> runs, @Nullable String besides) {
    List<String> warnings = new ArrayList<>();
    for (String name : varied) {
      Map<String, Set<String>> byLevel = new LinkedHashMap<>();
      for (AskedRun run : runs) {
        byLevel.computeIfAbsent(level(run), level -> new TreeSet<>()).add(run.factor(name));
      }
      boolean meant = name.equals(factor) || name.equals(besides) || isSeed(name);
      if (!meant && new LinkedHashSet<>(byLevel.values()).size() > 1) {
        warnings.add(
            "the levels differ in more than %s: also %s (%s)"
                .formatted(factor, name, said(byLevel)));
      } else if (AskedRun.CIRCUMSTANCES.contains(name)
          && !meant
          && byLevel.values().stream().anyMatch(values -> values.size() > 1)) {
        warnings.add(
            "runs of each level differ in %s too (%s): what that does counts as chance"
                .formatted(name, said(byLevel)));
      }
    }
    return warnings;
  }

  private static String said(Map<String, Set<String>> byLevel) {
    return byLevel.entrySet().stream()
        .limit(4)
        .map(level -> level.getKey() + ": " + String.join(", ", level.getValue()))
        .collect(Collectors.joining("; "));
  }

  static boolean isSeed(String name) {
    return name.equals("seed") || name.startsWith("seeds.");
  }

  private static InvalidInputException theSame(String option, String name, List<String> varied) {
    return new InvalidInputException(
        new Problem(
            "command line",
            option,
            "is the same in all these runs: " + name,
            varied.isEmpty() ? "nothing varies" : "what varies is " + String.join(", ", varied)));
  }

  private static InvalidInputException refused(String rule, String remedy) {
    return new InvalidInputException(new Problem("command line", "--factor", rule, remedy));
  }
}
