package dev.epochal.runner;

import dev.epochal.core.data.Split;
import dev.epochal.core.figure.ConfusionMatrices;
import dev.epochal.core.figure.FigureData;
import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.LossHistory;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.EpochResult;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.stats.ConfusionMatrix;
import dev.epochal.core.stats.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The figures' data of a run, from what training and evaluation yielded. */
final class RunFigures {
  private RunFigures() {}

  /**
   * Those of the planned figures for which there are data: without a completed epoch there is no
   * history, without an evaluation no matrix.
   */
  static List<FigureData> of(
      RunPlan plan,
      RunRecord run,
      DatasetRecord dataset,
      List<EpochResult> epochs,
      Map<Split, Predictions> predictions) {
    FigureSubject subject =
        new FigureSubject(run.name(), run.id(), dataset.used(), dataset.notice());
    List<FigureData> figures = new ArrayList<>();
    if (plan.evaluate().figures().contains(LossHistory.NAME) && !epochs.isEmpty()) {
      figures.add(
          new LossHistory(
              subject,
              plan.data().split().used().train(),
              plan.data().split().used().validation(),
              epochs.stream().map(EpochResult::epoch).toList(),
              epochs.stream().map(EpochResult::trainLoss).toList(),
              epochs.stream().map(EpochResult::validationLoss).toList(),
              epochs.stream().map(EpochResult::trainAccuracy).toList(),
              epochs.stream().map(EpochResult::validationAccuracy).toList()));
    }
    if (plan.evaluate().figures().contains(ConfusionMatrices.NAME) && !predictions.isEmpty()) {
      List<ConfusionMatrices.Panel> panels = new ArrayList<>();
      predictions.forEach(
          (split, answers) ->
              panels.add(new ConfusionMatrices.Panel(split, ConfusionMatrix.of(answers).counts())));
      figures.add(new ConfusionMatrices(subject, dataset.classNames(), panels));
    }
    return figures;
  }
}
