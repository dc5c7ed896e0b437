package dev.epochal.runner;

import dev.epochal.core.json.Json;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The plan that a run was recorded with, as its folder has it: read and not planned anew, so that
 * neither another spec nor another program's defaults change it.
 */
public record RecordedPlan(RunFolder folder, RunRecord run, RunPlan plan) {
  /**
   * Reads it.
   *
   * @throws InvalidInputException if it is not there, or is another one than was recorded
   */
  public static RecordedPlan read(RunFolder folder) {
    mustExist(folder, folder.record());
    mustExist(folder, folder.plan());
    RunRecord run = Json.read(folder.record(), RunRecord.class);
    RunPlan plan = Json.read(folder.plan(), RunPlan.class);
    if (!plan.sha256().equals(run.planSha256())) {
      throw new InvalidInputException(
          Problem.of(
              folder.plan()
                  + " is not the plan that the run was recorded with: its hash is "
                  + plan.sha256()
                  + ", and that of the record "
                  + run.planSha256()
                  + "; it was changed, or another version of Epochal wrote it",
              "put the file back as it was, or run the spec: ./run " + folder.spec()));
    }
    return new RecordedPlan(folder, run, plan);
  }

  /** For a new run of the same plan, with the spec as it was recorded. */
  public PlannedRun planned() {
    mustExist(folder, folder.spec());
    try {
      return PlannedRun.again(plan, Files.readString(folder.spec()), run.id());
    } catch (IOException e) {
      throw new EpochalException("cannot read " + folder.spec() + ": " + e, e);
    }
  }

  private static void mustExist(RunFolder folder, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(
          Problem.of(
              "run "
                  + folder.id()
                  + " cannot be done again: "
                  + (Files.isDirectory(folder.path()) ? file : folder.path())
                  + " does not exist"));
    }
  }
}
