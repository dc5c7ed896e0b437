package dev.epochal.core.sweep;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** One line of what became of a sweep's trials, in the order in which it happened. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SweepEntry.Assigned.class, name = "assigned"),
  @JsonSubTypes.Type(value = SweepEntry.Stopped.class, name = "stopped"),
  @JsonSubTypes.Type(value = SweepEntry.Selected.class, name = "selected"),
})
public sealed interface SweepEntry {
  /**
   * Which run is a trial; written before that run starts. A trial that is tried again has a later
   * line, which counts.
   *
   * @param number of the trial, from 1
   * @param values what the sweep set, by key
   * @param planSha256 {@code RunPlan.sha256()}
   * @param run id of the run
   * @param reused whether the run was there before the sweep, finished
   */
  record Assigned(
      int number,
      SortedMap<String, String> values,
      String planSha256,
      String run,
      boolean reused,
      Instant at)
      implements SweepEntry {
    public Assigned {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
  }

  /**
   * A trial was told to stop, because it fell behind the others.
   *
   * @param epoch after which
   * @param reason in words
   */
  record Stopped(int number, String run, int epoch, String reason, Instant at)
      implements SweepEntry {}

  /**
   * The best trial: its test split is read from here on.
   *
   * @param value of the sweep's metric
   */
  record Selected(int number, String run, double value, Instant at) implements SweepEntry {}
}
