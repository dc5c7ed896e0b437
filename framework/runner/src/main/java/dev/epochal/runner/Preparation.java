package dev.epochal.runner;

import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.TrainingPlan;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.engine.Backend;
import dev.epochal.engine.dataset.Datasets;
import dev.epochal.engine.dataset.PreparedData;
import dev.epochal.engine.network.Network;
import dev.epochal.runner.machine.GitState;
import dev.epochal.runner.machine.Machine;
import dev.epochal.runner.machine.MemoryCheck;
import dev.epochal.runner.machine.RunEnvironment;
import java.nio.file.Path;
import java.util.SortedMap;

/**
 * All that a run is trained with, before anything of it is written.
 *
 * @param network as it is created, its parameters those of the plan's seed
 * @param environment of this process
 */
public record Preparation(
    RunPlan plan,
    PreparedData data,
    Network network,
    GitState git,
    SortedMap<String, String> environment) {

  /** Refuses what this machine cannot train, before anything is loaded. */
  public static void admit(PlannedRun planned, Machine machine) {
    String unsupported = machine.unsupported();
    if (unsupported != null) {
      throw new EpochalException(unsupported);
    }
    MemoryCheck.check(planned, machine);
  }

  /** Finds the data, creates the network, and looks at where they are. */
  public static Preparation of(
      RunPlan plan, Workplace workplace, Machine machine, Path code, DataMessages messages) {
    PreparedData data =
        new Datasets(workplace.data(), Listening.to(messages))
            .prepare(plan.data(), plan.seeds().split());
    TrainingPlan training = plan.training();
    Network network =
        Network.create(
            plan.network(), training.updater(), training.gradientClipping(), plan.seeds());
    GitState git = GitState.of(code);
    return new Preparation(
        plan, data, network, git, RunEnvironment.of(machine, git, Backend.describe()));
  }
}
