package dev.epochal.runner.compare;

import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs that have some values in common.
 *
 * @param key those values; null where the runs have none
 * @param finished how many are FINISHED
 * @param seeds how many different seeds those have: runs of the same seed are no repetitions
 * @param others how many are in another status, by it
 * @param samples of each number that is asked about, of the finished runs that have it
 */
public record RunGroup(
    List<@Nullable Object> key,
    int finished,
    int seeds,
    SortedMap<RunStatus, Integer> others,
    List<Sample> samples) {
  public RunGroup {
    key = Collections.unmodifiableList(new ArrayList<>(key));
    others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
    samples = List.copyOf(samples);
  }
}
