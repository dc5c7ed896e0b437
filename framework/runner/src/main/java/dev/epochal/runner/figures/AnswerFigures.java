package dev.epochal.runner.figures;

import dev.epochal.core.data.Split;
import dev.epochal.core.figure.Calibration;
import dev.epochal.core.figure.ClassCounts;
import dev.epochal.core.figure.ClassProbabilities;
import dev.epochal.core.figure.ConfusionMatrices;
import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.PerClass;
import dev.epochal.core.figure.PrecisionRecall;
import dev.epochal.core.figure.PredictedClasses;
import dev.epochal.core.figure.Roc;
import dev.epochal.core.stats.ConfusionMatrix;
import dev.epochal.core.stats.Predictions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The figures of what the model says of each split. */
final class AnswerFigures {
  private AnswerFigures() {}

  static PredictedClasses predicted(RunResults run, FigureChoices choices) {
    int classes = run.classNames().size();
    return new PredictedClasses(
        subject(run, choices),
        run.classNames(),
        panels(
            run, choices, (split, answers) -> ClassCounts.of(split, answers.predicted(), classes)),
        panels(run, choices, (split, answers) -> ClassCounts.of(split, answers.labels(), classes)));
  }

  static ClassProbabilities probabilities(RunResults run, FigureChoices choices) {
    int bins = ClassProbabilities.BINS;
    return new ClassProbabilities(
        subject(run, choices),
        run.classNames(),
        bins,
        panels(
            run, choices, (split, answers) -> ClassProbabilities.Panel.of(split, answers, bins)));
  }

  static ConfusionMatrices confusion(RunResults run, FigureChoices choices) {
    return new ConfusionMatrices(
        subject(run, choices),
        run.classNames(),
        panels(
            run,
            choices,
            (split, answers) ->
                new ConfusionMatrices.Panel(split, ConfusionMatrix.of(answers).counts())));
  }

  static Roc roc(RunResults run, FigureChoices choices) {
    Map<Split, Predictions> splits = new EnumMap<>(Split.class);
    ImageFigures.splits(choices).forEach(split -> splits.put(split, run.predictions(split)));
    return Roc.of(subject(run, choices), run.classNames(), splits);
  }

  static PrecisionRecall precisionRecall(RunResults run, FigureChoices choices) {
    return new PrecisionRecall(
        subject(run, choices), run.classNames(), panels(run, choices, PrecisionRecall.Panel::of));
  }

  static Calibration calibration(RunResults run, FigureChoices choices) {
    return new Calibration(
        subject(run, choices),
        panels(
            run,
            choices,
            (split, answers) -> Calibration.Panel.of(split, answers, Calibration.BINS)));
  }

  static PerClass perClass(RunResults run, FigureChoices choices) {
    return new PerClass(
        subject(run, choices), run.classNames(), panels(run, choices, PerClass.Panel::of));
  }

  private static FigureSubject subject(RunResults run, FigureChoices choices) {
    return run.subject(ImageFigures.splits(choices));
  }

  private static <P> List<P> panels(
      RunResults run, FigureChoices choices, BiFunction<Split, Predictions, P> panel) {
    List<P> panels = new ArrayList<>();
    for (Split split : ImageFigures.splits(choices)) {
      panels.add(panel.apply(split, run.predictions(split)));
    }
    return panels;
  }
}
