package dev.epochal.runner;

import dev.epochal.core.data.Split;
import dev.epochal.core.figure.FigureData;
import dev.epochal.core.plan.ModelChoice;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.run.EpochResult;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Gaps;
import dev.epochal.core.stats.Predictions;
import dev.epochal.core.stats.SplitMetrics;
import dev.epochal.engine.Backend;
import dev.epochal.engine.dataset.PreparedData;
import dev.epochal.engine.evaluate.Evaluator;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.network.SavedModel;
import dev.epochal.engine.train.Trainer;
import dev.epochal.engine.train.TrainingObserver;
import dev.epochal.engine.train.TrainingOutcome;
import dev.epochal.registry.folder.DatasetStore;
import dev.epochal.registry.folder.RunRecorder;
import dev.epochal.runner.machine.SystemMetrics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A run from the moment that it has a record: it trains, is evaluated, and ends with a status. */
final class RecordedRun {
  private final RunRequest request;
  private final RunPlan plan;
  private final RunRecorder recorder;
  private final RunFolder folder;
  private final RunFiles files;
  private final PreparedData data;
  private final Network network;
  private final RunListener listener;
  private final List<EpochResult> epochs = new ArrayList<>();
  private final SortedMap<String, Double> metrics = new TreeMap<>();

  RecordedRun(
      RunRequest request,
      RunRecorder recorder,
      PreparedData data,
      Network network,
      RunListener listener) {
    this.request = request;
    this.plan = request.planned().plan();
    this.recorder = recorder;
    this.folder = recorder.folder();
    this.files = new RunFiles(recorder);
    this.data = data;
    this.network = network;
    this.listener = listener;
  }

  /** How the run ends. */
  private record End(RunStatus status, @Nullable String reason) {}

  RunRecord execute() {
    End end;
    long wall = System.nanoTime();
    double cpu = SystemMetrics.cpuSeconds();
    SystemMetrics system = new SystemMetrics(folder.path(), Backend::arrayBytes);
    try (RunLog log = RunLog.open(folder, e -> recorder.failed("log.txt", e));
        SystemSampler sampler =
            SystemSampler.start(system::sample, recorder.record().started(), recorder::record)) {
      log.line("run " + folder.id() + " started, plan " + recorder.record().planSha256());
      String notice = data.record().notice();
      if (notice != null) {
        log.line(notice);
      }
      try {
        end = stages(log);
      } catch (Throwable e) {
        // Whatever it was: the run gets its end, with the reason, instead of being found dead.
        log.failure(e);
        end = new End(RunStatus.FAILED, e.getMessage() == null ? e.toString() : e.getMessage());
      }
      log.line("ended " + end.status() + (end.reason() == null ? "" : ": " + end.reason()));
    }
    metrics.put("time.run.wall", (System.nanoTime() - wall) / 1e9);
    metrics.put("time.run.cpu", SystemMetrics.cpuSeconds() - cpu);
    SystemMetrics.peakMemory()
        .ifPresent(bytes -> metrics.put("system.memory.rss.peak", (double) bytes));
    return recorder.finish(end.status(), end.reason(), metrics);
  }

  private End stages(RunLog log) {
    files.images(data, new DatasetStore(request.workplace().runs()));
    metrics.put("model.parameters", (double) plan.network().parameters());
    TrainingOutcome outcome = train(log);
    listener.stage("saving the model");
    boolean saved = files.model(folder.finalModel(), network, network.snapshot());
    boolean bestSaved = files.model(folder.bestModel(), network, outcome.bestParameters());
    Path evaluated = saved ? folder.finalModel() : null;
    if (plan.evaluate().model() == ModelChoice.BEST) {
      outcome.bestParameters().restore(network);
      evaluated = bestSaved ? folder.bestModel() : null;
    }
    Map<Split, Predictions> answers = new EnumMap<>(Split.class);
    // The test split is read once, by the final evaluation of a run that came to its end.
    if (outcome.end() == TrainingOutcome.End.COMPLETED) {
      answers.putAll(evaluate(evaluated));
    }
    listener.stage("drawing figures");
    for (FigureData figure :
        RunFigures.of(plan, recorder.record(), data.record(), epochs, answers)) {
      files.figure(figure);
    }
    return end(outcome);
  }

  private TrainingOutcome train(RunLog log) {
    double cpu = SystemMetrics.cpuSeconds();
    long wall = System.nanoTime();
    TrainingOutcome outcome = new Trainer(plan, data, network, observer(log)).train();
    metrics.put("time.train.wall", (System.nanoTime() - wall) / 1e9);
    metrics.put("time.train.cpu", SystemMetrics.cpuSeconds() - cpu);
    metrics.put("best.epoch", (double) outcome.bestEpoch());
    return outcome;
  }

  private TrainingObserver observer(RunLog log) {
    return new TrainingObserver() {
      @Override
      public void started(String parametersSha256) {
        recorder.record(
            new JournalEntry.Epoch(0, Instant.now(), new TreeMap<>(), parametersSha256));
      }

      @Override
      public void updated(long update, int images, double loss) {
        recorder.record(new JournalEntry.Update(update, loss));
        listener.updated(images, loss);
      }

      @Override
      public void epochEnded(EpochResult epoch) {
        epochs.add(epoch);
        recorder.record(
            new JournalEntry.Epoch(
                epoch.epoch(), Instant.now(), EpochMetrics.of(epoch), epoch.parametersSha256()));
        log.line(
            "epoch %d: train loss %s, validation loss %s, validation accuracy %s"
                .formatted(
                    epoch.epoch(),
                    epoch.trainLoss(),
                    epoch.validationLoss(),
                    epoch.validationAccuracy()));
        listener.epochEnded(epoch);
      }

      @Override
      public boolean stopRequested() {
        return request.stopRequested().getAsBoolean();
      }
    };
  }

  /**
   * Evaluates the model that is on disk, since that is the one that others will use; only when it
   * could not be written, the one in memory.
   *
   * @param saved the model's file; null when it could not be written
   */
  private Map<Split, Predictions> evaluate(@Nullable Path saved) {
    listener.stage("evaluating");
    SavedModel model = saved == null ? null : SavedModel.load(saved);
    Map<Split, Predictions> answers = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      Evaluator evaluator = new Evaluator(data, split);
      Predictions predictions =
          model == null ? evaluator.predict(network) : evaluator.predict(model);
      files.predictions(split, predictions);
      metrics.putAll(SplitMetrics.of(split, predictions, data.record().classNames()));
      answers.put(split, predictions);
    }
    metrics.putAll(Gaps.of(metrics));
    return answers;
  }

  private static End end(TrainingOutcome outcome) {
    return switch (outcome.end()) {
      case COMPLETED -> new End(RunStatus.FINISHED, null);
      case STOPPED -> new End(RunStatus.KILLED, "asked to stop after epoch " + outcome.epochs());
      case NON_FINITE ->
          new End(
              RunStatus.FAILED,
              "the loss was no longer a finite number in epoch "
                  + outcome.epochs()
                  + ": try a smaller training.updater.learningRate, or data.normalize: unit"
                  + " (training.onNonFinite: continue goes on all the same)");
    };
  }
}
