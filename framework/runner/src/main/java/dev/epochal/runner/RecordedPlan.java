package dev.epochal.runner;

import dev.epochal.core.json.Json;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;

/** The plan that a run was started with, as its folder keeps it. */
final class RecordedPlan {
  private RecordedPlan() {}

  /**
   * Reads it.
   *
   * @throws EpochalException if it cannot be read, or is no longer the one that the run recorded
   */
  static RunPlan of(RunFolder folder, RunRecord run) {
    RunPlan plan = Json.read(folder.plan(), RunPlan.class);
    if (!plan.sha256().equals(run.planSha256())) {
      throw new EpochalException(
          "%s is not the plan that the run was started with: its sha256 is %s, and the run recorded %s"
              .formatted(folder.plan(), plan.sha256(), run.planSha256()));
    }
    return plan;
  }
}
