package dev.epochal.runner;

import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.TrainingUiPlan;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.UiFrame;
import dev.epochal.engine.train.UiRecorder;
import dev.epochal.engine.train.UiReports;
import dev.epochal.registry.folder.RunRecorder;
import dev.epochal.registry.folder.UiSessionWriter;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records a training for DL4J's training UI: its session in the run's folder, its ratios of updates
 * to parameters in the journal, what it cost among the metrics. It ends with the training.
 */
final class UiRecording implements UiReports, AutoCloseable {
  private final RunPlan plan;
  private final RunRecorder recorder;
  private final Consumer<String> log;
  private final UiSessionWriter session;
  private final UiRecorder listener;

  private UiRecording(RunPlan plan, TrainingUiPlan ui, RunRecorder recorder, Consumer<String> log) {
    this.plan = plan;
    this.recorder = recorder;
    this.log = log;
    this.session = UiSessionWriter.open(recorder);
    this.listener = new UiRecorder(recorder.folder().id(), plan, ui.every(), this);
  }

  /** Begins it; null when the plan asks for none. */
  static @Nullable UiRecording open(RunPlan plan, RunRecorder recorder, Consumer<String> log) {
    TrainingUiPlan ui = plan.training().ui();
    return ui == null ? null : new UiRecording(plan, ui, recorder, log);
  }

  UiRecorder listener() {
    return listener;
  }

  /** What it cost in this process: seconds, and their share of training. */
  SortedMap<String, Double> cost() {
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("time.ui.wall", listener.seconds());
    metrics.put("system.ui.share", listener.share());
    return metrics;
  }

  @Override
  public void record(UiFrame frame) {
    session.add(frame);
  }

  @Override
  public void ratios(long update, SortedMap<Integer, Double> ratios) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    ratios.forEach(
        (layer, ratio) ->
            metrics.put(
                JournalEntry.OF_UPDATES
                    + "updateRatio."
                    + plan.network().layers().get(layer).name(),
                ratio));
    recorder.record(new JournalEntry.UpdateMetrics(update, metrics));
  }

  @Override
  public void said(String sentence) {
    log.accept(sentence);
  }

  @Override
  public void failed(Throwable why) {
    recorder.failed("the session of the training UI", why);
  }

  @Override
  public void close() {
    session.close();
  }
}
