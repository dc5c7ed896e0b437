package dev.epochal.runner.sweep;

import dev.epochal.core.plan.MemoryEstimate;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.PlannedSweep;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.RunId;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.Search;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.Registry;
import dev.epochal.registry.SweepRegistry;
import dev.epochal.registry.folder.Processes;
import dev.epochal.registry.folder.SweepRecorder;
import dev.epochal.runner.Preparation;
import dev.epochal.runner.machine.Machine;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sweep: a record, trials in processes of their own, the choice of one. Start reading here. */
public final class SweepExecutor {
  /** Trials of which the memory is reckoned: in larger sweeps the rest is like them. */
  private static final int LOOKED_AT = 200;

  private final SweepListener listener;

  public SweepExecutor(SweepListener listener) {
    this.listener = listener;
  }

  /**
   * Executes a new sweep to its end, on this thread.
   *
   * @return its final record, whatever its status
   * @throws EpochalException if it could not be started, or can no longer be recorded
   */
  public SweepRecord execute(SweepRequest request) {
    ThreadPlan threads =
        threads(request.planned(), request.jobs(), request.threads(), request.at().machine());
    Registry registry = request.at().workplace().registry(listener::message);
    registry.check();

    listener.recording();
    SweepRecorder recorder =
        registry
            .sweeps()
            .register(
                started(request, threads),
                named ->
                    SweepRecorder.start(
                        request.at().workplace().runs(), named, request.planned().specText()));
    PlannedSweep planned = request.planned().in(recorder.folder().spec());
    TrialBook book = new TrialBook(recorder.record().plan());
    return new SweepRun(request.at(), registry, recorder, planned, book, request.fresh(), listener)
        .run();
  }

  /**
   * Goes on with a sweep whose process is gone: finished trials are kept, interrupted ones resumed,
   * missing ones run.
   *
   * @param jobs trials at once; null for as many as before, or as fit
   * @param retryFailed whether failed trials are tried again
   * @return its final record, whatever its status
   * @throws EpochalException if there is nothing to go on with
   */
  public SweepRecord resume(
      SweepFolder folder,
      SweepRecord before,
      @Nullable Integer jobs,
      boolean retryFailed,
      SweepRequest.Place at) {
    // Before its trials are looked at: that waits for those that go on. Once the sweep is over,
    // only
    // another process adds to them, and of such a one the registry tells when it enters this one.
    SweepRegistry.refuseRunning(before);
    if (!Files.isRegularFile(folder.spec())) {
      throw new InvalidInputException(
          Problem.of(
              "sweep " + folder.id() + " cannot be gone on with: " + folder.spec() + " is gone"));
    }
    PlannedSweep planned = PlannedSweep.recorded(before, folder.spec());
    ThreadPlan threads =
        jobs == null
            ? new ThreadPlan(before.jobs(), before.threads())
                .fitting(at.machine(), memory(planned, at.machine()))
            : threads(planned, jobs, before.threads(), at.machine());
    Registry registry = at.workplace().registry(listener::message);
    registry.check();

    TrialBook book = TrialBook.read(folder, before.plan(), registry, retryFailed, listener);
    if (before.status() == RunStatus.FINISHED && book.isDone()) {
      throw new InvalidInputException(
          Problem.of(
              "sweep %s (%s) is FINISHED: there is nothing to go on with"
                  .formatted(before.name(), before.id()),
              book.failed() == 0
                  ? "./run answer " + before.id() + " says what it shows"
                  : "--retry-failed tries those again that FAILED (" + book.failed() + ")"));
    }

    listener.recording();
    SweepRecorder recorder =
        registry
            .sweeps()
            .resume(
                folder,
                before,
                now -> SweepRecorder.resume(folder, now, Processes.current(), threads.jobs()));
    // Of an old one nobody knows whether it may reuse runs: running them again is right in any
    // case.
    boolean fresh = !Boolean.FALSE.equals(before.fresh());
    return new SweepRun(at, registry, recorder, planned, book, fresh, listener).run();
  }

  /**
   * How a machine would be shared among the trials.
   *
   * @param jobs trials at once; null for what fits
   * @param threads of each trial; null for a fair share
   * @throws InvalidInputException when this machine cannot train them
   */
  public static ThreadPlan threads(
      PlannedSweep planned, @Nullable Integer jobs, @Nullable Integer threads, Machine machine) {
    int trials = planned.plan().search().trials();
    return ThreadPlan.of(machine, jobs, threads, trials, memory(planned, machine));
  }

  /** Bytes that the largest trial needs. */
  private static long memory(PlannedSweep planned, Machine machine) {
    long memory = 1;
    for (Map<String, String> values : known(planned.plan().search())) {
      PlannedRun trial = planned.trial(values);
      Preparation.admit(trial, machine);
      memory = Math.max(memory, MemoryEstimate.of(trial.plan()).total());
    }
    return memory;
  }

  private static List<Map<String, String>> known(Search search) {
    if (search instanceof Search.Drawn drawn) {
      double[] low = new double[drawn.keys().size()];
      double[] high = new double[low.length];
      Arrays.fill(high, Math.nextDown(1.0));
      return List.of(drawn.values(low), drawn.values(high));
    }
    return ((Search.Listed) search).values().stream().limit(LOOKED_AT).toList();
  }

  private static SweepRecord started(SweepRequest request, ThreadPlan threads) {
    return new SweepRecord(
        RunId.random(),
        request.name(),
        request.planned().plan().experiment(),
        RunStatus.RUNNING,
        Instant.now(),
        null,
        null,
        Processes.current(),
        request.planned().plan(),
        request.planned().fixed(),
        threads.jobs(),
        threads.threads(),
        request.testMayChoose(),
        request.fresh());
  }
}
