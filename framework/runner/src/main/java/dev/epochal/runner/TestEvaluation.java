package dev.epochal.runner;

import dev.epochal.core.data.Split;
import dev.epochal.core.plan.ModelChoice;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Gaps;
import dev.epochal.engine.network.SavedModel;
import dev.epochal.registry.Registry;
import dev.epochal.registry.folder.AtomicFile;
import dev.epochal.runner.figures.FigureChoices;
import dev.epochal.runner.figures.MadeFigure;
import dev.epochal.runner.figures.RunFigures;
import dev.epochal.runner.figures.RunResults;
import dev.epochal.runner.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the test split of a run that was recorded without: that of the trial which a sweep chose.
 * It does what the run's own final evaluation would have done, on the model that it saved.
 */
public final class TestEvaluation {
  private final RunListener listener;

  public TestEvaluation(RunListener listener) {
    this.listener = listener;
  }

  /**
   * Evaluates, keeps predictions and figures in the run's folder, and enters the metrics.
   *
   * @return the run's record as it is now
   * @throws EpochalException if the run did not finish, or its data or model are not there
   */
  public RunRecord read(RecordedPlan recorded, Workplace workplace, Machine machine, Path code) {
    RunFolder folder = recorded.folder();
    RunPlan plan = recorded.plan();
    RunRecord run = recorded.run();
    if (run.status() != RunStatus.FINISHED || run.dataset() == null) {
      throw new EpochalException(
          "run " + run.name() + " (" + run.id() + ") did not finish: it has no test to be read");
    }
    Preparation prepared = Preparation.of(plan, workplace, machine, code, listener);
    SameData.check(run.dataset(), prepared.data().record());
    SavedModel model =
        SavedModel.load(
            plan.evaluate().model() == ModelChoice.BEST ? folder.bestModel() : folder.finalModel());
    listener.recording();
    SortedMap<String, Double> metrics = new TreeMap<>(run.metrics());
    metrics.putAll(
        FinalMetrics.evaluated(
            prepared.data(),
            List.of(Split.TEST),
            evaluator -> evaluator.predict(model),
            (split, answers) -> new RunFiles(folder, this::kept).predictions(split, answers)));
    metrics.putAll(Gaps.of(metrics));
    figures(folder, plan);
    Registry registry = workplace.registry(listener::message);
    return registry.testRead(folder, metrics);
  }

  /** Those that need the test split: they were left out before. */
  private void figures(RunFolder folder, RunPlan plan) {
    RunResults results = RunResults.read(folder);
    for (String name : plan.evaluate().figures()) {
      if (!Files.exists(folder.figureData(name))) {
        MadeFigure made = RunFigures.make(name, results, FigureChoices.NONE);
        if (made.data() != null) {
          new RunFiles(folder, this::kept).figureData(made.data());
        }
      }
    }
  }

  /** Nothing goes on that a file which cannot be written must not stop. */
  private boolean kept(Path file, AtomicFile.Content content) {
    try {
      AtomicFile.write(file, content);
      return true;
    } catch (IOException e) {
      throw new EpochalException("cannot write " + file + ": " + e, e);
    }
  }
}
