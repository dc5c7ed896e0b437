package dev.epochal.core.figure;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What a figure shows, apart from how it is drawn: kept as {@code figures/<name>.json} in the run
 * folder, so that it can be drawn again, or drawn differently, without the run.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "figure")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Examples.class, name = Examples.NAME),
  @JsonSubTypes.Type(value = PixelHistograms.class, name = PixelHistograms.NAME),
  @JsonSubTypes.Type(value = TrueClasses.class, name = TrueClasses.NAME),
  @JsonSubTypes.Type(value = PredictedClasses.class, name = PredictedClasses.NAME),
  @JsonSubTypes.Type(value = ClassProbabilities.class, name = ClassProbabilities.NAME),
  @JsonSubTypes.Type(value = LossHistory.class, name = LossHistory.NAME),
  @JsonSubTypes.Type(value = ConfusionMatrices.class, name = ConfusionMatrices.NAME),
  @JsonSubTypes.Type(value = Roc.class, name = Roc.NAME),
  @JsonSubTypes.Type(value = Outcomes.class, name = Outcomes.NAME),
  @JsonSubTypes.Type(value = OutcomeHistograms.class, name = OutcomeHistograms.NAME),
  @JsonSubTypes.Type(value = FeatureMaps.class, name = FeatureMaps.NAME),
  @JsonSubTypes.Type(value = Filters.class, name = Filters.NAME),
  @JsonSubTypes.Type(value = PrecisionRecall.class, name = PrecisionRecall.NAME),
  @JsonSubTypes.Type(value = Calibration.class, name = Calibration.NAME),
  @JsonSubTypes.Type(value = MostWrong.class, name = MostWrong.NAME),
  @JsonSubTypes.Type(value = PerClass.class, name = PerClass.NAME),
  @JsonSubTypes.Type(value = ParameterHistograms.class, name = ParameterHistograms.NAME),
  @JsonSubTypes.Type(value = Timing.class, name = Timing.NAME),
  @JsonSubTypes.Type(value = LevelCurves.class, name = LevelCurves.NAME),
  @JsonSubTypes.Type(value = LevelStrips.class, name = LevelStrips.NAME),
  @JsonSubTypes.Type(value = ParallelCoordinates.class, name = ParallelCoordinates.NAME),
  @JsonSubTypes.Type(value = SeedSpread.class, name = SeedSpread.NAME),
  @JsonSubTypes.Type(value = TimeQuality.class, name = TimeQuality.NAME),
})
public sealed interface FigureData
    permits Calibration,
        ClassProbabilities,
        ConfusionMatrices,
        Examples,
        FeatureMaps,
        Filters,
        LossHistory,
        MostWrong,
        OutcomeHistograms,
        Outcomes,
        ParameterHistograms,
        PerClass,
        PixelHistograms,
        PrecisionRecall,
        PredictedClasses,
        Roc,
        SweepFigure,
        Timing,
        TrueClasses {

  /** The figure's name, as in specs and file names. */
  String figureName();

  /** What the figure is of. */
  FigureSubject subject();

  /** What {@code cases} makes of this kind of figure. */
  <T> T match(Cases<T> cases);

  /** A function of a figure, kind by kind: a new kind does not compile until each has a case. */
  interface Cases<T> {
    T examples(Examples figure);

    T pixelHistograms(PixelHistograms figure);

    T trueClasses(TrueClasses figure);

    T predictedClasses(PredictedClasses figure);

    T classProbabilities(ClassProbabilities figure);

    T lossHistory(LossHistory figure);

    T confusionMatrices(ConfusionMatrices figure);

    T roc(Roc figure);

    T outcomes(Outcomes figure);

    T outcomeHistograms(OutcomeHistograms figure);

    T featureMaps(FeatureMaps figure);

    T filters(Filters figure);

    T precisionRecall(PrecisionRecall figure);

    T calibration(Calibration figure);

    T mostWrong(MostWrong figure);

    T perClass(PerClass figure);

    T parameterHistograms(ParameterHistograms figure);

    T timing(Timing figure);

    T levelCurves(LevelCurves figure);

    T levelStrips(LevelStrips figure);

    T parallelCoordinates(ParallelCoordinates figure);

    T seedSpread(SeedSpread figure);

    T timeQuality(TimeQuality figure);
  }

  /** The version of the record's JSON: higher when a reader of the old one would misread it. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  default int version() {
    return 1;
  }
}
