package dev.epochal.figures.caption;

import dev.epochal.core.figure.Calibration;
import dev.epochal.core.figure.ClassProbabilities;
import dev.epochal.core.figure.ConfusionMatrices;
import dev.epochal.core.figure.Examples;
import dev.epochal.core.figure.FeatureMaps;
import dev.epochal.core.figure.FigureData;
import dev.epochal.core.figure.Filters;
import dev.epochal.core.figure.LevelCurves;
import dev.epochal.core.figure.LevelStrips;
import dev.epochal.core.figure.LossHistory;
import dev.epochal.core.figure.MostWrong;
import dev.epochal.core.figure.OutcomeHistograms;
import dev.epochal.core.figure.Outcomes;
import dev.epochal.core.figure.ParallelCoordinates;
import dev.epochal.core.figure.ParameterHistograms;
import dev.epochal.core.figure.PerClass;
import dev.epochal.core.figure.PixelHistograms;
import dev.epochal.core.figure.PrecisionRecall;
import dev.epochal.core.figure.PredictedClasses;
import dev.epochal.core.figure.Roc;
import dev.epochal.core.figure.SeedSpread;
import dev.epochal.core.figure.TimeQuality;
import dev.epochal.core.figure.Timing;
import dev.epochal.core.figure.TrueClasses;

/**
 * The caption of any figure of one run.
 *
 * @param guess what its losses are measured against
 * @param dropout whether the network has any
 */
public record Captions(Guess guess, boolean dropout) implements FigureData.Cases<Caption> {

  @Override
  public Caption examples(Examples figure) {
    return ExamplesCaption.of(figure);
  }

  @Override
  public Caption pixelHistograms(PixelHistograms figure) {
    return PixelHistogramsCaption.of(figure);
  }

  @Override
  public Caption trueClasses(TrueClasses figure) {
    return TrueClassesCaption.of(figure);
  }

  @Override
  public Caption predictedClasses(PredictedClasses figure) {
    return PredictedClassesCaption.of(figure);
  }

  @Override
  public Caption classProbabilities(ClassProbabilities figure) {
    return ClassProbabilitiesCaption.of(figure);
  }

  @Override
  public Caption lossHistory(LossHistory figure) {
    return LossHistoryCaption.of(figure, guess, dropout);
  }

  @Override
  public Caption confusionMatrices(ConfusionMatrices figure) {
    return ConfusionMatricesCaption.of(figure);
  }

  @Override
  public Caption roc(Roc figure) {
    return RocCaption.of(figure);
  }

  @Override
  public Caption outcomes(Outcomes figure) {
    return OutcomesCaption.of(figure);
  }

  @Override
  public Caption outcomeHistograms(OutcomeHistograms figure) {
    return OutcomeHistogramsCaption.of(figure);
  }

  @Override
  public Caption featureMaps(FeatureMaps figure) {
    return FeatureMapsCaption.of(figure);
  }

  @Override
  public Caption filters(Filters figure) {
    return FiltersCaption.of(figure);
  }

  @Override
  public Caption precisionRecall(PrecisionRecall figure) {
    return PrecisionRecallCaption.of(figure);
  }

  @Override
  public Caption calibration(Calibration figure) {
    return CalibrationCaption.of(figure);
  }

  @Override
  public Caption mostWrong(MostWrong figure) {
    return MostWrongCaption.of(figure);
  }

  @Override
  public Caption perClass(PerClass figure) {
    return PerClassCaption.of(figure);
  }

  @Override
  public Caption parameterHistograms(ParameterHistograms figure) {
    return ParameterHistogramsCaption.of(figure);
  }

  @Override
  public Caption timing(Timing figure) {
    return TimingCaption.of(figure);
  }

  @Override
  public Caption levelCurves(LevelCurves figure) {
    return LevelCurvesCaption.of(figure);
  }

  @Override
  public Caption levelStrips(LevelStrips figure) {
    return LevelStripsCaption.of(figure);
  }

  @Override
  public Caption parallelCoordinates(ParallelCoordinates figure) {
    return ParallelCoordinatesCaption.of(figure);
  }

  @Override
  public Caption seedSpread(SeedSpread figure) {
    return SeedSpreadCaption.of(figure);
  }

  @Override
  public Caption timeQuality(TimeQuality figure) {
    return TimeQualityCaption.of(figure);
  }
}
