package dev.epochal.runner.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fact of a run's environment that is no longer what it was, and may change the bits.
 *
 * @param key e.g. {@code native.threads}
 * @param before null when nothing was recorded of it
 * @param now null when there is none any more
 */
public record EnvironmentChange(String key, @Nullable String before, @Nullable String now) {
  /**
   * What is computed with, by which code: not how much room there is, nor what only threads that
   * wait are told. Of the number of threads, the one that was really used.
   */
  private static final Pattern MATTERS =
      Pattern.compile(
          "native\\..*|cpu\\.name|cpu\\.avx2|os\\.name|os\\.arch|glibc|java\\.version|java\\.vm\\.name"
              + "|dependency\\..*|git\\..*");

  /**
   * The changes from one environment to another, by key.
   *
   * @param before {@link RunEnvironment}'s keys and texts; empty when it is not known, and then
   *     nothing is said to have changed
   */
  public static List<EnvironmentChange> between(
      Map<String, String> before, Map<String, String> now) {
    List<EnvironmentChange> changes = new ArrayList<>();
    SortedSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(now.keySet());
    for (String key : keys) {
      EnvironmentChange change = new EnvironmentChange(key, before.get(key), now.get(key));
      if (!before.isEmpty() && MATTERS.matcher(key).matches() && change.isOne()) {
        changes.add(change);
      }
    }
    return changes;
  }

  private boolean isOne() {
    return before == null || !before.equals(now);
  }

  /** In words: {@code native.threads is 2, was 1}. */
  public String sentence() {
    return "%s is %s, was %s".formatted(key, said(now), said(before));
  }

  private static String said(@Nullable String value) {
    return value == null ? "not there" : value;
  }
}
