package dev.epochal.runner;

import dev.epochal.core.plan.Params;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.TrainingPlan;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunId;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.engine.Backend;
import dev.epochal.engine.dataset.Datasets;
import dev.epochal.engine.dataset.PreparedData;
import dev.epochal.engine.network.Network;
import dev.epochal.registry.Registry;
import dev.epochal.registry.folder.Processes;
import dev.epochal.registry.folder.RunInputs;
import dev.epochal.registry.folder.RunRecorder;
import dev.epochal.runner.machine.GitState;
import dev.epochal.runner.machine.MemoryCheck;
import dev.epochal.runner.machine.RunEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run: data, network, record, training, evaluation, figures, registry. Start reading here.
 *
 * <p>What fails before the record is made leaves nothing behind; what fails after it leaves a run
 * that says why it failed.
 */
public final class RunExecutor {
  private final RunListener listener;

  public RunExecutor(RunListener listener) {
    this.listener = listener;
  }

  /**
   * Executes the run to its end, on this thread.
   *
   * @return its final record, whatever its status
   * @throws EpochalException if it could not be started
   */
  public RunRecord execute(RunRequest request) {
    String unsupported = request.machine().unsupported();
    if (unsupported != null) {
      throw new EpochalException(unsupported);
    }
    MemoryCheck.check(request.planned(), request.machine());
    Registry registry = request.workplace().registry(listener::message);
    registry.check();
    RunPlan plan = request.planned().plan();
    PreparedData data =
        new Datasets(request.workplace().data(), Listening.to(listener))
            .prepare(plan.data(), plan.seeds().split());
    TrainingPlan training = plan.training();
    Network network =
        Network.create(
            plan.network(), training.updater(), training.gradientClipping(), plan.seeds());
    GitState git = GitState.of(request.code());
    SortedMap<String, String> environment =
        RunEnvironment.of(request.machine(), git, Backend.describe());
    RunInputs inputs = new RunInputs(request.planned().specText(), plan, environment, git.diff());

    listener.recording();
    RunRecorder recorder =
        registry.register(
            started(request),
            named -> RunRecorder.start(request.workplace().runs(), named, inputs));
    recorder.tell(error -> listener.message("NOT RECORDED: " + error));
    recorder.dataset(data.record());
    listener.ready(plan, recorder.record(), data.record(), environment);
    RunRecord over = new RecordedRun(request, recorder, data, network, listener).execute();
    enter(registry, over);
    listener.finished(over, recorder.folder());
    return over;
  }

  private static RunRecord started(RunRequest request) {
    RunPlan plan = request.planned().plan();
    return new RunRecord(
        RunId.random(),
        request.name(),
        plan.experiment(),
        RunStatus.RUNNING,
        plan.seeds().seed(),
        plan.sha256(),
        Instant.now(),
        null,
        null,
        Processes.current(),
        null,
        Params.of(plan),
        new TreeMap<>(),
        plan.tags(),
        List.of(),
        List.of(),
        request.planned().rerunOf());
  }

  /** The folder has everything; the registry finds it there if it cannot be entered now. */
  private void enter(Registry registry, RunRecord run) {
    try {
      registry.finish(run);
    } catch (RuntimeException e) {
      listener.message(
          "the registry will take this run in when it is next opened: " + e.getMessage());
    }
  }
}
