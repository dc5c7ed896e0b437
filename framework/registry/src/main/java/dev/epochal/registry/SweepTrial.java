package dev.epochal.registry;

import dev.epochal.core.run.RunStatus;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A trial of a sweep, as it stands: the run that was last assigned to it.
 *
 * @param number from 1
 * @param values what the sweep set, by key
 * @param run id of the run
 * @param reused whether the run was there before the sweep
 * @param status of the run; null when there is no such run (yet), or it was deleted
 * @param reason why the run ended as it did, or is not there
 * @param stopped why the sweep ended it early; null when it did not
 * @param metric the run's value of the sweep's metric, which may be NaN; null when it has none
 * @param selected whether it is the one that the sweep chose
 */
public record SweepTrial(
    int number,
    SortedMap<String, String> values,
    String run,
    boolean reused,
    @Nullable RunStatus status,
    @Nullable String reason,
    @Nullable String stopped,
    @Nullable Double metric,
    boolean selected) {
  public SweepTrial {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }
}
