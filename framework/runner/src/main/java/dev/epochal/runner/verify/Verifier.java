package dev.epochal.runner.verify;

import dev.epochal.core.data.Split;
import dev.epochal.core.plan.ModelChoice;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.train.Trainer;
import dev.epochal.engine.train.TrainingOutcome;
import dev.epochal.engine.train.TrainingState;
import dev.epochal.runner.FinalMetrics;
import dev.epochal.runner.Preparation;
import dev.epochal.runner.RecordedPlan;
import dev.epochal.runner.RunListener;
import dev.epochal.runner.machine.EnvironmentChange;
import dev.epochal.runner.machine.RunEnvironment;
import java.util.List;
import java.util.SortedMap;

/**
 * Runs a recorded plan again, as far as the run went, and compares all that comes of it with what
 * was recorded. Nothing of it is recorded, and nothing is written.
 */
public final class Verifier {
  private final VerifyRequest request;
  private final RunListener listener;
  private final RecordedPlan recorded;
  private final RunRecord run;
  private final RunPlan plan;
  private final RecordedHistory history;
  private final Extent extent;
  private final Findings findings;

  /**
   * Reads what was recorded.
   *
   * @throws InvalidInputException if there is nothing to compare with
   */
  public Verifier(VerifyRequest request, RunListener listener) {
    this.request = request;
    this.listener = listener;
    recorded = RecordedPlan.read(request.folder());
    run = recorded.run();
    plan = recorded.plan();
    history = RecordedHistory.read(request.folder());
    extent = Extent.of(history, request.epochs());
    findings =
        new Findings(
            run, history, plan.network().parameters(), request.within(), listener::message);
  }

  /**
   * Runs and compares, on this thread.
   *
   * @throws InvalidInputException if the run cannot be verified, or a file of it is damaged
   */
  public VerifyResult verify() {
    DatasetRecord dataset = mustBeVerifiable();
    Preparation.admit(PlannedRun.again(plan, "", run.id()), request.machine());
    boolean evaluated = extent.whole() && run.status() == RunStatus.FINISHED;
    List<Split> splits = evaluated ? run.splitsRead() : List.of();
    RecordedOutcome outcome =
        extent.hasModels(run)
            ? RecordedOutcome.read(request.folder(), plan.network().parameters(), splits)
            : RecordedOutcome.NONE;
    history.problems().forEach(findings::notCompared);
    outcome.missing().forEach(findings::notCompared);
    if (extent.whole() && !extent.hasModels(run)) {
      findings.notCompared("the models, which the run left at some other point than its history");
    }
    Preparation prepared =
        Preparation.of(plan, request.workplace(), request.machine(), request.code(), listener);
    findings.environment(
        EnvironmentChange.between(RunEnvironment.read(request.folder()), prepared.environment()));
    listener.recording();
    listener.ready(
        plan.upTo(extent.epochs()), run, prepared.data().record(), prepared.environment());
    if (findings.data(dataset, prepared.data().record())) {
      train(prepared, outcome, splits);
    }
    return findings.result();
  }

  private DatasetRecord mustBeVerifiable() {
    if (!run.status().isOver()) {
      throw refused("goes on", "wait for its end, or stop it: ./run stop " + run.id());
    }
    DatasetRecord dataset = run.dataset();
    if (dataset == null || history.isEmpty(request.epochs())) {
      throw refused(
          "has nothing to compare with: "
              + (dataset == null
                  ? "it ended before its data were there"
                  : "no epoch that is asked for is in " + request.folder().journal()),
          "./run rerun " + run.id());
    }
    return dataset;
  }

  private InvalidInputException refused(String why, String remedy) {
    return new InvalidInputException(
        Problem.of("run %s (%s) %s".formatted(run.name(), run.id(), why), remedy));
  }

  private void train(Preparation prepared, RecordedOutcome before, List<Split> splits) {
    boolean evaluated = !splits.isEmpty();
    Network network = prepared.network();
    Replay replay =
        new Replay(recorded, extent, network, findings, request.stopRequested(), listener);
    TrainingOutcome outcome =
        new Trainer(plan, prepared.data(), network, TrainingState.start(network), replay).train();
    boolean arrived = extent.isReached(replay.epochs(), replay.updates());
    if (!arrived && request.stopRequested().getAsBoolean()) {
      findings.stopped();
      return;
    }
    listener.stage("comparing");
    if (!arrived) {
      findings.end(replay.epochs() + 1, "going on", "over");
    } else if (evaluated && !outcome.end().isPlanned()) {
      findings.end(replay.epochs(), "over", "going on");
    }
    findings.parameters("final", before.model("final"), network.snapshot().values());
    findings.parameters("best", before.model("best"), outcome.best().parameters().values());
    SortedMap<String, Double> metrics = FinalMetrics.of(plan, outcome);
    if (evaluated && outcome.end().isPlanned()) {
      if (plan.evaluate().model() == ModelChoice.BEST) {
        outcome.best().parameters().restore(network);
      }
      metrics.putAll(
          FinalMetrics.evaluated(
              prepared.data(),
              splits,
              evaluator -> evaluator.predict(network),
              (split, answers) -> findings.predictions(split, before.predictions(split), answers)));
    }
    if (extent.hasModels(run)) {
      findings.metrics(metrics, evaluated);
    }
  }
}
