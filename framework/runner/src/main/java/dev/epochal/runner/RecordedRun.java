package dev.epochal.runner;

import dev.epochal.core.data.Split;
import dev.epochal.core.figure.ParameterHistograms;
import dev.epochal.core.plan.ModelChoice;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.EpochResult;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.engine.Backend;
import dev.epochal.engine.dataset.PreparedData;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.network.SavedModel;
import dev.epochal.engine.train.BestModel;
import dev.epochal.engine.train.Progress;
import dev.epochal.engine.train.Spent;
import dev.epochal.engine.train.Trainer;
import dev.epochal.engine.train.TrainingObserver;
import dev.epochal.engine.train.TrainingOutcome;
import dev.epochal.engine.train.TrainingState;
import dev.epochal.registry.folder.DatasetStore;
import dev.epochal.registry.folder.RunRecorder;
import dev.epochal.registry.folder.StopRequest;
import dev.epochal.runner.figures.FigureChoices;
import dev.epochal.runner.figures.History;
import dev.epochal.runner.figures.MadeFigure;
import dev.epochal.runner.figures.ParameterRecorder;
import dev.epochal.runner.figures.RunFigures;
import dev.epochal.runner.figures.RunResults;
import dev.epochal.runner.machine.SystemMetrics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A run from the moment that it has a record: it trains, is evaluated, and ends with a status. */
final class RecordedRun {
  private final RunPlan plan;
  private final RunRecorder recorder;
  private final RunFolder folder;
  private final RunFiles files;
  private final PreparedData data;
  private final Network network;
  private final Beginning beginning;
  private final StopWish stopRequested;
  private final RunListener listener;
  private final History history;
  private final ParameterRecorder parameters;
  private final SortedMap<String, Double> metrics = new TreeMap<>();

  RecordedRun(
      RunRecorder recorder,
      Preparation prepared,
      Beginning beginning,
      StopWish stopRequested,
      RunListener listener) {
    this.plan = prepared.plan();
    this.recorder = recorder;
    this.folder = recorder.folder();
    this.files = new RunFiles(recorder);
    this.data = prepared.data();
    this.network = prepared.network();
    this.beginning = beginning;
    this.stopRequested = stopRequested;
    this.history = beginning.history();
    this.parameters = new ParameterRecorder(network);
    this.listener = listener;
  }

  @SuppressWarnings("try") // the sampler works until it is closed
  RunRecord execute() {
    RunEnding end;
    long wall = System.nanoTime();
    double cpu = SystemMetrics.cpuSeconds();
    SystemMetrics system = new SystemMetrics(folder.path(), Backend::arrayBytes);
    try (RunLog log = RunLog.open(folder, e -> recorder.failed("log.txt", e));
        SystemSampler sampler = SystemSampler.start(system::sample, began(), recorder::record);
        StopAsked asked = StopAsked.start(folder, stopRequested, listener::message)) {
      log.line(
          "run %s %s, plan %s"
              .formatted(folder.id(), beginning.said(), recorder.record().planSha256()));
      String notice = data.record().notice();
      if (notice != null) {
        log.line(notice);
      }
      try {
        end = stages(log, asked);
      } catch (Throwable e) {
        // Whatever it was: the run gets its end, with the reason, instead of being found dead.
        log.failure(e);
        end =
            new RunEnding(RunStatus.FAILED, e.getMessage() == null ? e.toString() : e.getMessage());
      }
      log.line("ended " + end.status() + (end.reason() == null ? "" : ": " + end.reason()));
    }
    // Of the processes before this one, what is known is their training.
    Spent before = beginning.spent();
    metrics.put("time.run.wall", before.wall() + (System.nanoTime() - wall) / 1e9);
    metrics.put("time.run.cpu", before.cpu() + SystemMetrics.cpuSeconds() - cpu);
    SystemMetrics.peakMemory()
        .ifPresent(bytes -> metrics.put("system.memory.rss.peak", (double) bytes));
    RunRecord over = recorder.finish(end.status(), end.reason(), metrics);
    // When it is over for others too: who asks later finds that out instead.
    StopRequest.remove(folder);
    return over;
  }

  /** Seconds are counted from the run's start, without those in which nobody went on with it. */
  private Instant began() {
    long second = history.lastSecond();
    return second == 0 ? recorder.record().started() : Instant.now().minusSeconds(second + 1);
  }

  private RunEnding stages(RunLog log, StopAsked asked) {
    files.images(data, DatasetStore.beside(folder));
    metrics.put("model.parameters", (double) plan.network().parameters());
    RunSaver saver = new RunSaver(plan, network, recorder, files, this::parameterHistograms);
    TrainingOutcome outcome;
    try {
      outcome = train(log, saver, asked);
    } catch (Throwable e) {
      saver.abandon();
      throw e;
    }
    listener.stage("saving the model");
    // Its copies gone, there is memory for this one.
    saver.awaitWritten();
    boolean saved = files.model(folder.finalModel(), network, network::snapshot);
    boolean bestSaved = saver.ended(outcome);
    Path evaluated = saved ? folder.finalModel() : null;
    if (plan.evaluate().model() == ModelChoice.BEST) {
      outcome.best().parameters().restore(network);
      evaluated = bestSaved ? folder.bestModel() : null;
    }
    // The test split is read once, by the final evaluation of a run that came to its end.
    if (outcome.end().isPlanned()) {
      evaluate(evaluated);
    }
    listener.stage("drawing figures");
    figures(log, outcome.end().isPlanned());
    RunEnding ending = RunEnding.of(plan, outcome, asked.words());
    return outcome.end().isPlanned() && asked.getAsBoolean()
        ? ending.askedTooLate(asked.words())
        : ending;
  }

  /**
   * Draws what was recorded; nothing that goes wrong here changes how the run ends.
   *
   * @param evaluated whether there was a final evaluation, without which some figures are not lost
   */
  private void figures(RunLog log, boolean evaluated) {
    RunResults results = results();
    boolean readsAll = recorder.record().splitsRead().contains(Split.TEST);
    for (String name : plan.evaluate().figures()) {
      try {
        if (name.equals(ParameterHistograms.NAME)) {
          files.figureData(parameters.histograms(results().subject()));
        }
        MadeFigure made = RunFigures.make(name, results, FigureChoices.NONE);
        if (made.data() == null) {
          log.line("figure " + name + " left out: " + made.leftOut());
          if (evaluated && readsAll && made.lost()) {
            recorder.failed("figures/" + name, new EpochalException("left out: " + made.leftOut()));
          }
        } else {
          if (recorder.record().trial() == null) {
            files.figure(made.data());
          } else {
            files.figureData(made.data()); // drawn when somebody asks to see it
          }
        }
      } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
        recorder.failed("figures/" + name, e);
      }
    }
  }

  private RunResults results() {
    return new RunResults(folder, plan, recorder.record(), data.record(), history);
  }

  private TrainingOutcome train(RunLog log, RunSaver saver, StopAsked asked) {
    try (UiRecording ui = UiRecording.open(plan, recorder, log::line)) {
      TrainingOutcome outcome = train(ui, observer(log, saver, asked));
      if (ui != null) {
        metrics.putAll(ui.cost());
      }
      return outcome;
    }
  }

  private TrainingOutcome train(@Nullable UiRecording ui, TrainingObserver observer) {
    Trainer trainer =
        new Trainer(
            plan,
            data,
            network,
            beginning.state().get(),
            observer,
            ui == null ? null : ui.listener());
    goOnWithParameters();
    TrainingOutcome outcome = trainer.train();
    metrics.put("time.train.wall", outcome.spent().wall());
    metrics.put("time.train.cpu", outcome.spent().cpu());
    metrics.putAll(FinalMetrics.of(plan, outcome));
    return outcome;
  }

  private TrainingObserver observer(RunLog log, RunSaver saver, StopAsked asked) {
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
      public void resumable(int epoch, BestModel best, Supplier<TrainingState> state) {
        saver.epochEnded(epoch, best, state);
      }

      @Override
      public boolean stopRequested() {
        return asked.getAsBoolean();
      }
    };
  }

  private boolean takesParameters() {
    return plan.evaluate().figures().contains(ParameterHistograms.NAME);
  }

  private void takeParameters(int epoch) {
    if (takesParameters()) {
      parameters.take(epoch);
    }
  }

  /** What was taken of the parameters so far, to be kept with a checkpoint; null for nothing. */
  private @Nullable ParameterHistograms parameterHistograms() {
    return takesParameters() ? parameters.histograms(results().subject()) : null;
  }

  /** Of a run that goes on; the network is as the last checkpoint has it. */
  private void goOnWithParameters() {
    Progress progress = beginning.progress();
    if (!takesParameters() || progress.updates() == 0) {
      return;
    }
    if (beginning.parameters() == null) {
      recorder.failed(
          "figures/" + ParameterHistograms.NAME,
          new EpochalException("what was recorded before epoch " + progress.epochs() + " is gone"));
    } else {
      parameters.restore(beginning.parameters(), progress.epochs());
    }
    if (progress.batches() == 0) {
      parameters.take(progress.epochs());
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
    metrics.putAll(
        FinalMetrics.evaluated(
            data,
            recorder.record().splitsRead(),
            evaluator -> model == null ? evaluator.predict(network) : evaluator.predict(model),
            files::predictions));
  }
}
