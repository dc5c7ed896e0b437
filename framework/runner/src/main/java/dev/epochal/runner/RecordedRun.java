package dev.epochal.runner;

import com.sun.management.OperatingSystemMXBean;
import dev.epochal.core.data.Split;
import dev.epochal.core.figure.ParameterHistograms;
import dev.epochal.core.plan.ModelChoice;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.run.EpochResult;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Predictions;
import dev.epochal.core.stats.SplitMetrics;
import dev.epochal.engine.dataset.PreparedData;
import dev.epochal.engine.evaluate.Evaluator;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.network.SavedModel;
import dev.epochal.engine.train.Trainer;
import dev.epochal.engine.train.TrainingObserver;
import dev.epochal.engine.train.TrainingOutcome;
import dev.epochal.registry.folder.DatasetStore;
import dev.epochal.registry.folder.RunRecorder;
import dev.epochal.runner.figures.FigureChoices;
import dev.epochal.runner.figures.History;
import dev.epochal.runner.figures.MadeFigure;
import dev.epochal.runner.figures.ParameterRecorder;
import dev.epochal.runner.figures.RunFigures;
import dev.epochal.runner.figures.RunResults;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
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
  private final History history = new History();
  private final ParameterRecorder parameters;
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
    this.parameters = new ParameterRecorder(network);
    this.listener = listener;
  }

  /** How the run ends. */
  private record End(RunStatus status, @Nullable String reason) {}

  RunRecord execute() {
    End end;
    try (RunLog log = RunLog.open(folder, e -> recorder.failed("log.txt", e))) {
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
    // The test split is read once, by the final evaluation of a run that came to its end.
    if (outcome.end() == TrainingOutcome.End.COMPLETED) {
      evaluate(evaluated);
    }
    listener.stage("drawing figures");
    figures(log);
    return end(outcome);
  }

  /** Draws what was recorded; nothing that goes wrong here changes how the run ends. */
  private void figures(RunLog log) {
    RunResults results =
        new RunResults(request.workplace().runs(), plan, recorder.record(), data.record(), history);
    for (String name : plan.evaluate().figures()) {
      try {
        if (name.equals(ParameterHistograms.NAME)) {
          files.figureData(parameters.histograms(results.subject()));
        }
        MadeFigure made = RunFigures.make(name, results, FigureChoices.NONE);
        if (made.data() == null) {
          log.line("figure " + name + " left out: " + made.leftOut());
        } else {
          files.figure(made.data());
        }
      } catch (RuntimeException e) {
        recorder.failed("figures/" + name, e);
      }
    }
  }

  private TrainingOutcome train(RunLog log) {
    OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = process.getProcessCpuTime();
    long wall = System.nanoTime();
    TrainingOutcome outcome = new Trainer(plan, data, network, observer(log)).train();
    metrics.put("time.train.wall", (System.nanoTime() - wall) / 1e9);
    metrics.put("time.train.cpu", (process.getProcessCpuTime() - cpu) / 1e9);
    metrics.put("best.epoch", (double) outcome.bestEpoch());
    return outcome;
  }

  private TrainingObserver observer(RunLog log) {
    return new TrainingObserver() {
      @Override
      public void started(String parametersSha256) {
        takeParameters(0);
        recorder.record(
            new JournalEntry.Epoch(0, Instant.now(), new TreeMap<>(), parametersSha256));
      }

      @Override
      public void updated(long update, int images, double loss) {
        JournalEntry.Update entry = new JournalEntry.Update(update, loss);
        history.add(entry);
        recorder.record(entry);
        listener.updated(images, loss);
      }

      @Override
      public void epochEnded(EpochResult epoch) {
        takeParameters(epoch.epoch());
        JournalEntry.Epoch entry =
            new JournalEntry.Epoch(
                epoch.epoch(), Instant.now(), EpochMetrics.of(epoch), epoch.parametersSha256());
        history.add(entry);
        recorder.record(entry);
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

  private void takeParameters(int epoch) {
    if (plan.evaluate().figures().contains(ParameterHistograms.NAME)) {
      parameters.take(epoch);
    }
  }

  /**
   * Evaluates the model that is on disk, since that is the one that others will use; only when it
   * could not be written, the one in memory.
   *
   * @param saved the model's file; null when it could not be written
   */
  private void evaluate(@Nullable Path saved) {
    listener.stage("evaluating");
    SavedModel model = saved == null ? null : SavedModel.load(saved);
    for (Split split : Split.values()) {
      Evaluator evaluator = new Evaluator(data, split);
      Predictions predictions =
          model == null ? evaluator.predict(network) : evaluator.predict(model);
      files.predictions(split, predictions);
      metrics.putAll(SplitMetrics.of(split, predictions, data.record().classNames()));
    }
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
