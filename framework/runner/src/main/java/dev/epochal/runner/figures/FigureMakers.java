package dev.epochal.runner.figures;

import dev.epochal.core.figure.Calibration;
import dev.epochal.core.figure.ClassProbabilities;
import dev.epochal.core.figure.ConfusionMatrices;
import dev.epochal.core.figure.Examples;
import dev.epochal.core.figure.FeatureMaps;
import dev.epochal.core.figure.Filters;
import dev.epochal.core.figure.LossHistory;
import dev.epochal.core.figure.MostWrong;
import dev.epochal.core.figure.OutcomeHistograms;
import dev.epochal.core.figure.Outcomes;
import dev.epochal.core.figure.ParameterHistograms;
import dev.epochal.core.figure.PerClass;
import dev.epochal.core.figure.PixelHistograms;
import dev.epochal.core.figure.PrecisionRecall;
import dev.epochal.core.figure.PredictedClasses;
import dev.epochal.core.figure.Roc;
import dev.epochal.core.figure.Timing;
import dev.epochal.core.figure.TrueClasses;
import dev.epochal.runner.figures.FigureChoices.Choice;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every figure of a run by its name, and what makes it. */
final class FigureMakers {
  static final Map<String, FigureMaker> BY_NAME = byName();

  private FigureMakers() {}

  private static Map<String, FigureMaker> byName() {
    Map<String, FigureMaker> makers = new LinkedHashMap<>();
    makers.put(Examples.NAME, FigureMaker.of(ImageFigures::examples, Choice.SPLIT));
    makers.put(PixelHistograms.NAME, FigureMaker.of(ImageFigures::pixels, Choice.SPLIT));
    makers.put(TrueClasses.NAME, FigureMaker.of(ImageFigures::trueClasses, Choice.SPLIT));
    makers.put(PredictedClasses.NAME, FigureMaker.of(AnswerFigures::predicted, Choice.SPLIT));
    makers.put(ClassProbabilities.NAME, FigureMaker.of(AnswerFigures::probabilities, Choice.SPLIT));
    makers.put(LossHistory.NAME, FigureMaker.of(TrainingFigures::losses, Choice.X));
    makers.put(ConfusionMatrices.NAME, FigureMaker.of(AnswerFigures::confusion, Choice.SPLIT));
    makers.put(Roc.NAME, FigureMaker.of(AnswerFigures::roc, Choice.SPLIT));
    makers.put(
        Outcomes.NAME,
        FigureMaker.of(OutcomeFigures::outcomes, Choice.SPLIT, Choice.CLASS, Choice.THRESHOLD));
    makers.put(
        OutcomeHistograms.NAME,
        FigureMaker.of(OutcomeFigures::histograms, Choice.SPLIT, Choice.CLASS, Choice.THRESHOLD));
    makers.put(
        FeatureMaps.NAME, FigureMaker.of(LayerFigures::featureMaps, Choice.LAYER, Choice.IMAGE));
    makers.put(Filters.NAME, FigureMaker.of(LayerFigures::filters, Choice.LAYER));
    makers.put(PrecisionRecall.NAME, FigureMaker.of(AnswerFigures::precisionRecall, Choice.SPLIT));
    makers.put(Calibration.NAME, FigureMaker.of(AnswerFigures::calibration, Choice.SPLIT));
    makers.put(MostWrong.NAME, FigureMaker.of(OutcomeFigures::mostWrong, Choice.SPLIT));
    makers.put(PerClass.NAME, FigureMaker.of(AnswerFigures::perClass, Choice.SPLIT));
    makers.put(ParameterHistograms.NAME, FigureMaker.of(TrainingFigures::parameters));
    makers.put(Timing.NAME, FigureMaker.of(TrainingFigures::timing));
    return Collections.unmodifiableMap(makers);
  }
}
