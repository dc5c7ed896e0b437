package dev.epochal.runner.sweep;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.run.TrialRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the process of a trial is to do: the first line that it reads.
 *
 * @param run id of the run
 * @param name of the run, where it begins
 * @param trial which one it is
 * @param plan of a run that begins; null where the run's folder has it
 * @param spec YAML, likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialRequest(
    Task task,
    String run,
    String name,
    @Nullable TrialRecord trial,
    @Nullable RunPlan plan,
    @Nullable String spec) {
  /** What is to be done. */
  public enum Task {
    /** Execute the plan. */
    BEGIN,
    /** Go on with the run from its last checkpoint. */
    RESUME,
    /** Read the test split of the trial that was chosen. */
    READ_TEST
  }

  static TrialRequest begin(String run, String name, TrialRecord trial, RunPlan plan, String spec) {
    return new TrialRequest(Task.BEGIN, run, name, trial, plan, spec);
  }

  static TrialRequest resume(String run) {
    return new TrialRequest(Task.RESUME, run, "", null, null, null);
  }

  static TrialRequest readTest(String run) {
    return new TrialRequest(Task.READ_TEST, run, "", null, null, null);
  }
}
