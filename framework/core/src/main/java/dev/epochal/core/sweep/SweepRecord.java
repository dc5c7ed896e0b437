package dev.epochal.core.sweep;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.Recorded;
import dev.epochal.core.run.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep is and how it stands: {@code sweep.json}, written when the sweep starts, is gone on
 * with, and ends. Which trials it has so far stands in {@link SweepEntry}s beside it.
 *
 * @param status FINISHED when every trial came to an end, also when some of them FAILED
 * @param ended null while the sweep is not known to have ended
 * @param reason why it ended as it did; null while running, or when it finished as planned
 * @param process that starts the trials
 * @param plan what is tried
 * @param fixed the command line's words that hold for every trial
 * @param jobs how many trials train at once
 * @param threads that each of them trains with: they change its bits
 * @param testMayChoose whether a metric of the test split may choose between trials, as {@code
 *     --allow-test-selection} said
 * @param fresh whether every trial is run, also one that an equal run was recorded of; null in what
 *     was recorded before this was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SweepRecord(
    String id,
    String name,
    String experiment,
    RunStatus status,
    Instant started,
    @Nullable Instant ended,
    @Nullable String reason,
    ProcessRecord process,
    SweepPlan plan,
    List<String> fixed,
    int jobs,
    int threads,
    boolean testMayChoose,
    @Nullable Boolean fresh)
    implements Recorded {
  @JsonCreator
  public SweepRecord {
    // A file from elsewhere may lack them.
    Objects.requireNonNull(id, "id is missing");
    Objects.requireNonNull(name, "name is missing");
    Objects.requireNonNull(experiment, "experiment is missing");
    Objects.requireNonNull(status, "status is missing");
    Objects.requireNonNull(started, "started is missing");
    Objects.requireNonNull(process, "process is missing");
    Objects.requireNonNull(plan, "plan is missing");
    fixed = List.copyOf(Objects.requireNonNull(fixed, "fixed is missing"));
  }

  /** One that does not say whether its trials are run afresh. */
  public SweepRecord(
      String id,
      String name,
      String experiment,
      RunStatus status,
      Instant started,
      @Nullable Instant ended,
      @Nullable String reason,
      ProcessRecord process,
      SweepPlan plan,
      List<String> fixed,
      int jobs,
      int threads,
      boolean testMayChoose) {
    this(
        id,
        name,
        experiment,
        status,
        started,
        ended,
        reason,
        process,
        plan,
        fixed,
        jobs,
        threads,
        testMayChoose,
        null);
  }

  /** The same sweep under another name. */
  public SweepRecord named(String newName) {
    return with(newName, status, ended, reason, process, jobs);
  }

  /** The same sweep, with which another process goes on. */
  public SweepRecord resumed(ProcessRecord by, int nowJobs) {
    return with(name, RunStatus.RUNNING, null, null, by, nowJobs);
  }

  /**
   * The same sweep at its end.
   *
   * @param at null when nobody knows, as of a sweep of another host that gives no sign of life
   */
  public SweepRecord over(RunStatus endStatus, @Nullable String endReason, @Nullable Instant at) {
    return with(name, endStatus, at, endReason, process, jobs);
  }

  private SweepRecord with(
      String nowName,
      RunStatus nowStatus,
      @Nullable Instant nowEnded,
      @Nullable String nowReason,
      ProcessRecord by,
      int nowJobs) {
    return new SweepRecord(
        id,
        nowName,
        experiment,
        nowStatus,
        started,
        nowEnded,
        nowReason,
        by,
        plan,
        fixed,
        nowJobs,
        threads,
        testMayChoose,
        fresh);
  }
}
