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
        Timing,
        TrueClasses {

  /** The figure's name, as in specs and file names. */
  String figureName();

  /** What the figure is of. */
  FigureSubject subject();

  /** The version of the record's JSON: higher when a reader of the old one would misread it. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  default int version() {
    return 1;
  }
}
