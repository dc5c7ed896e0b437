package dev.epochal.cli;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.AnnotationRules;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The words after {@code tag}: {@code key=value} sets, {@code ~key} takes away, all others are
 * runs.
 */
record TagWords(List<String> runs, SortedMap<String, String> set, SortedSet<String> away) {
  /**
   * Takes the words apart.
   *
   * @throws InvalidInputException with every problem
   */
  static TagWords of(List<String> words) {
    TagWords sorted = new TagWords(new ArrayList<>(), new TreeMap<>(), new TreeSet<>());
    List<Problem> problems = new ArrayList<>();
    for (String word : words) {
      sorted.take(word, problems);
    }
    if (sorted.set().isEmpty() && sorted.away().isEmpty() && problems.isEmpty()) {
      problems.add(
          problem(
              "key=value", "is missing", "write good=yes to set a tag, '~good' to take it away"));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return sorted;
  }

  private void take(String word, List<Problem> problems) {
    int equals = word.indexOf('=');
    boolean takesAway = word.startsWith("~");
    if (equals < 0 && !takesAway) {
      runs.add(word);
      return;
    }
    String key = takesAway ? word.substring(1) : word.substring(0, equals);
    String value = takesAway ? "" : word.substring(equals + 1);
    try {
      AnnotationRules.checkTag("command line", key, value);
    } catch (InvalidInputException e) {
      problems.addAll(e.problems());
      return;
    }
    if (takesAway ? set.containsKey(key) : away.contains(key)) {
      problems.add(problem(key, "is both set and taken away", null));
    } else if (takesAway) {
      away.add(key);
    } else {
      set.put(key, value);
    }
  }

  /** The tags of a run that has had these. */
  SortedMap<String, String> on(SortedMap<String, String> before) {
    SortedMap<String, String> tags = new TreeMap<>(before);
    tags.keySet().removeAll(away);
    tags.putAll(set);
    return tags;
  }

  private static Problem problem(String key, String rule, @Nullable String remedy) {
    return new Problem("command line", key, rule, remedy);
  }
}
