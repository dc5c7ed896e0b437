package dev.epochal.registry;

import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.sweep.SweepMethod;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sweep in a list: an object of {@code list --sweeps --json}.
 *
 * @param ended null while the sweep is not over, or went without a word on another host
 * @param planned how many trials it is to have
 * @param trials how many there are by the status of their run
 * @param reused how many of them were there before
 * @param stopped how many of them it ended early
 * @param metric what the best trial is told by
 * @param best id of the run with the best value among the finished trials; null when none has one
 * @param bestValue its value
 * @param reason why the sweep ended as it did; null while running, or when it finished as planned
 */
public record SweepSummary(
    String id,
    String name,
    String experiment,
    RunStatus status,
    SweepMethod method,
    Instant started,
    @Nullable Instant ended,
    int planned,
    SortedMap<RunStatus, Integer> trials,
    int reused,
    int stopped,
    String metric,
    Goal goal,
    @Nullable String best,
    @Nullable Double bestValue,
    @Nullable String reason) {
  public SweepSummary {
    trials = Collections.unmodifiableSortedMap(new TreeMap<>(trials));
  }

  /**
   * How many trials are over. One that broke off is not, since its sweep resumes it, unless that
   * had stopped it early.
   */
  public int over() {
    int brokenOff = count(RunStatus.KILLED) + count(RunStatus.CRASHED);
    return count(RunStatus.FINISHED) + count(RunStatus.FAILED) + Math.min(brokenOff, stopped);
  }

  private int count(RunStatus status) {
    return trials.getOrDefault(status, 0);
  }
}
