package dev.epochal.core.sweep;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One line of what became of a sweep's trials, in the order in which it happened. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SweepEntry.Assigned.class, name = "assigned"),
  @JsonSubTypes.Type(value = SweepEntry.Broken.class, name = "broken"),
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
   * @param point where the values were drawn: one coordinate in [0, 1) for each key; null where
   *     they were listed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Assigned(
      int number,
      SortedMap<String, String> values,
      String planSha256,
      String run,
      boolean reused,
      @Nullable List<Double> point,
      Instant at)
      implements SweepEntry {
    @JsonCreator
    public Assigned {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
      point = point == null ? null : List.copyOf(point);
    }

    /** One whose values were listed. */
    public Assigned(
        int number,
        SortedMap<String, String> values,
        String planSha256,
        String run,
        boolean reused,
        Instant at) {
      this(number, values, planSha256, run, reused, null, at);
    }
  }

  /**
   * A trial FAILED before its run had a record, or its run could not be gone on with.
   *
   * @param reason in words
   */
  record Broken(int number, String run, String reason, Instant at) implements SweepEntry {}

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
