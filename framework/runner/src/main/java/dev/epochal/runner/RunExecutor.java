package dev.epochal.runner;

import dev.epochal.core.plan.Params;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.Registry;
import dev.epochal.registry.Resumable;
import dev.epochal.registry.folder.Processes;
import dev.epochal.registry.folder.RunInputs;
import dev.epochal.registry.folder.RunRecorder;
import dev.epochal.runner.machine.EnvironmentChange;
import dev.epochal.runner.machine.RunEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run: data, network, record, training, evaluation, figures, registry. Start reading here.
 *
 * <p>What fails before the record is made leaves nothing behind; what fails after it leaves a run
 * that says why it failed. A run that is to go on differs in what it is made from, and in where its
 * training begins.
 */
public final class RunExecutor {
  private final RunListener listener;

  public RunExecutor(RunListener listener) {
    this.listener = listener;
  }

  /**
   * Executes a new run to its end, on this thread.
   *
   * @return its final record, whatever its status
   * @throws EpochalException if it could not be started
   */
  public RunRecord execute(RunRequest request) {
    Preparation.admit(request.planned(), request.machine());
    Registry registry = request.workplace().registry(listener::message);
    registry.check();
    RunPlan plan = request.planned().plan();
    Preparation prepared =
        Preparation.of(plan, request.workplace(), request.machine(), request.code(), listener);
    RunInputs inputs =
        new RunInputs(
            request.planned().specText(), plan, prepared.environment(), prepared.git().diff());

    listener.recording();
    RunRecorder recorder =
        registry.register(
            started(request),
            named -> RunRecorder.start(request.workplace().runs(), named, inputs));
    recorder.dataset(prepared.data().record());
    return finish(
        registry, recorder, prepared, Beginning.fresh(prepared.network()), request.stopRequested());
  }

  /**
   * Goes on with a run that was stopped or found dead, from its last checkpoint to its end, on this
   * thread: on the same machine with as many threads, to the bits of a run that never stopped.
   *
   * @return its final record, whatever its status
   * @throws EpochalException if there is nothing to go on with, or no longer what it was trained
   *     with; then nothing was changed
   */
  public RunRecord resume(ResumeRequest request) {
    Registry registry = request.workplace().registry(listener::message);
    RunFolder folder = request.recorded().folder();
    RunPlan plan = request.recorded().plan();
    RunRecord before = registry.record(folder);
    Resumable.check(before);
    Preparation.admit(PlannedRun.again(plan, "", before.id()), request.machine());
    Preparation prepared =
        Preparation.of(plan, request.workplace(), request.machine(), request.code(), listener);
    if (before.dataset() != null) {
      SameData.check(before.dataset(), prepared.data().record());
    }
    ResumePoint point = ResumePoint.in(folder, plan, listener::message);
    List<EnvironmentChange> changes =
        EnvironmentChange.between(RunEnvironment.read(folder), prepared.environment());
    Beginning beginning = Beginning.at(point, changes, folder, prepared.network());

    listener.recording();
    RunRecorder recorder =
        registry.resume(
            folder, before, now -> RunRecorder.resume(folder, now, entry(point, changes)));
    Leftovers.clear(recorder, point);
    if (before.dataset() == null) {
      recorder.dataset(prepared.data().record());
    }
    listener.resumed(new Resumption(point.toString(), images(point, plan)));
    return finish(registry, recorder, prepared, beginning, request.stopRequested());
  }

  private RunRecord finish(
      Registry registry,
      RunRecorder recorder,
      Preparation prepared,
      Beginning beginning,
      StopWish stopRequested) {
    recorder.tell(error -> listener.message("NOT RECORDED: " + error));
    listener.ready(
        prepared.plan(), recorder.record(), prepared.data().record(), prepared.environment());
    RunRecord over =
        new RecordedRun(recorder, prepared, beginning, stopRequested, listener).execute();
    enter(registry, over);
    listener.finished(over, recorder.folder());
    return over;
  }

  private static JournalEntry.Resumed entry(ResumePoint point, List<EnvironmentChange> changes) {
    SortedMap<String, JournalEntry.Difference> environment = new TreeMap<>();
    for (EnvironmentChange change : changes) {
      environment.put(change.key(), new JournalEntry.Difference(change.before(), change.now()));
    }
    return new JournalEntry.Resumed(
        Instant.now(),
        point.progress().epochs(),
        point.progress().updates(),
        Processes.current(),
        environment);
  }

  private static long images(ResumePoint point, RunPlan plan) {
    return (long) point.progress().epochs() * plan.data().split().used().train()
        + (long) point.progress().batches() * plan.training().batchSize();
  }

  private static RunRecord started(RunRequest request) {
    RunPlan plan = request.planned().plan();
    return new RunRecord(
        request.id(),
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
        request.planned().rerunOf(),
        request.trial());
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
