package dev.epochal.runner.machine;

import dev.epochal.core.run.JournalEntry.Changed;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What of an environment is no longer as it was recorded.
 *
 * @param all by the names that {@link RunEnvironment} gives
 */
public record EnvironmentChanges(SortedMap<String, Changed> all) {
  /** With these, or names that begin so, other bits come out of the same plan. */
  private static final List<String> DECIDE_BITS =
      List.of("native.", "cpu.name", "cpu.avx2", "os.arch", "env.OMP_NUM_THREADS", "dependency.");

  public EnvironmentChanges {
    all = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(all));
  }

  /** What differs between an environment and one that followed. */
  public static EnvironmentChanges between(
      SortedMap<String, String> before, SortedMap<String, String> now) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    SortedMap<String, Changed> changes = new TreeMap<>();
    for (String name : names) {
      if (!Objects.equals(before.get(name), now.get(name))) {
        changes.put(name, new Changed(before.get(name), now.get(name)));
      }
    }
    return new EnvironmentChanges(changes);
  }

  /** Those with which the bits cannot be expected to be the same. */
  public EnvironmentChanges decidingBits() {
    SortedMap<String, Changed> deciding = new TreeMap<>(all);
    deciding.keySet().removeIf(name -> DECIDE_BITS.stream().noneMatch(name::startsWith));
    return new EnvironmentChanges(deciding);
  }

  /** Each in a line: {@code native.threads was 2 and is 1}. */
  public List<String> sentences() {
    return all.entrySet().stream()
        .map(
            change ->
                "%s was %s and is %s"
                    .formatted(
                        change.getKey(),
                        Objects.requireNonNullElse(change.getValue().before(), "not there"),
                        Objects.requireNonNullElse(change.getValue().now(), "not there")))
        .toList();
  }
}
