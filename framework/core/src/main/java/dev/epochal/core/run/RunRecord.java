package dev.epochal.core.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.data.Split;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a run is and what came of it, apart from its histories: {@code run.json}, written when the
 * run starts and again when it ends.
 *
 * @param seed the plan's one seed
 * @param planSha256 {@code RunPlan.sha256()}
 * @param ended null while the run is not known to have ended
 * @param reason why it ended as it did; null while running, or when it finished as planned
 * @param dataset null until the data are there
 * @param metrics final metrics by name, e.g. {@code test.accuracy}
 * @param artifacts what the run kept; filled at its end
 * @param recordingErrors what could not be recorded while training went on
 * @param rerunOf id of the run whose recorded plan this one executes; null when a spec was planned
 * @param trial which trial of which sweep this is; null when the run stands alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunRecord(
    String id,
    String name,
    String experiment,
    RunStatus status,
    long seed,
    String planSha256,
    Instant started,
    @Nullable Instant ended,
    @Nullable String reason,
    ProcessRecord process,
    @Nullable DatasetRecord dataset,
    SortedMap<String, String> params,
    SortedMap<String, Double> metrics,
    SortedMap<String, String> tags,
    List<ArtifactRecord> artifacts,
    List<String> recordingErrors,
    @Nullable String rerunOf,
    @Nullable TrialRecord trial)
    implements Recorded {

  /** A run of a plan that was made of a spec. */
  public RunRecord(
      String id,
      String name,
      String experiment,
      RunStatus status,
      long seed,
      String planSha256,
      Instant started,
      @Nullable Instant ended,
      @Nullable String reason,
      ProcessRecord process,
      @Nullable DatasetRecord dataset,
      SortedMap<String, String> params,
      SortedMap<String, Double> metrics,
      SortedMap<String, String> tags,
      List<ArtifactRecord> artifacts,
      List<String> recordingErrors) {
    this(
        id,
        name,
        experiment,
        status,
        seed,
        planSha256,
        started,
        ended,
        reason,
        process,
        dataset,
        params,
        metrics,
        tags,
        artifacts,
        recordingErrors,
        null,
        null);
  }

  /**
   * The splits that the final evaluation reads: all of them, but for a trial of a sweep that
   * chooses between its trials.
   */
  public List<Split> splitsRead() {
    return trial == null || trial.readsTest()
        ? List.of(Split.values())
        : List.of(Split.TRAIN, Split.VALIDATION);
  }

  /**
   * The same run, now that its test split was read.
   *
   * @param all final metrics
   * @param kept all that the run keeps now
   */
  public RunRecord withTest(SortedMap<String, Double> all, List<ArtifactRecord> kept) {
    return changed(
        copy -> {
          copy.metrics = all;
          copy.artifacts = kept;
          copy.trial =
              trial == null
                  ? null
                  : new TrialRecord(trial.sweep(), trial.number(), trial.values(), true);
        });
  }

  /** The same run under another name. */
  public RunRecord named(String newName) {
    return changed(copy -> copy.name = newName);
  }

  /** The same run as a person has it by now. */
  public RunRecord with(Annotations annotations) {
    return changed(
        copy -> {
          copy.name = annotations.name() == null ? name : annotations.name();
          copy.tags = annotations.tags() == null ? tags : annotations.tags();
        });
  }

  /** The same run, now that its data are there. */
  public RunRecord withDataset(DatasetRecord data) {
    return changed(copy -> copy.dataset = data);
  }

  /** The same run, with which {@code by} goes on: what came of it is still to be said. */
  public RunRecord resumed(ProcessRecord by) {
    return changed(
        copy -> {
          copy.status = RunStatus.RUNNING;
          copy.ended = null;
          copy.reason = null;
          copy.process = by;
          copy.metrics = new TreeMap<>();
          copy.artifacts = List.of();
        });
  }

  /**
   * The same run at its end.
   *
   * @param at null when nobody knows, as of a run of another host that gives no sign of life
   */
  public RunRecord over(
      RunStatus endStatus,
      @Nullable String endReason,
      @Nullable Instant at,
      SortedMap<String, Double> finalMetrics,
      List<ArtifactRecord> kept,
      List<String> notRecorded) {
    return changed(
        copy -> {
          copy.status = endStatus;
          copy.ended = at;
          copy.reason = endReason;
          copy.metrics = finalMetrics;
          copy.artifacts = kept;
          copy.recordingErrors = notRecorded;
        });
  }

  private RunRecord changed(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.record();
  }

  /** What may change of a run while it is recorded. */
  private static final class Copy {
    private final RunRecord of;
    private String name;
    private RunStatus status;
    private @Nullable Instant ended;
    private @Nullable String reason;
    private ProcessRecord process;
    private @Nullable DatasetRecord dataset;
    private SortedMap<String, Double> metrics;
    private SortedMap<String, String> tags;
    private List<ArtifactRecord> artifacts;
    private List<String> recordingErrors;
    private @Nullable TrialRecord trial;

    Copy(RunRecord of) {
      this.of = of;
      name = of.name;
      status = of.status;
      ended = of.ended;
      reason = of.reason;
      process = of.process;
      dataset = of.dataset;
      metrics = of.metrics;
      tags = of.tags;
      artifacts = of.artifacts;
      recordingErrors = of.recordingErrors;
      trial = of.trial;
    }

    RunRecord record() {
      return new RunRecord(
          of.id,
          name,
          of.experiment,
          status,
          of.seed,
          of.planSha256,
          of.started,
          ended,
          reason,
          process,
          dataset,
          of.params,
          metrics,
          tags,
          artifacts,
          recordingErrors,
          of.rerunOf,
          trial);
    }
  }
}
