package dev.epochal.core.spec;

import com.fasterxml.jackson.annotation.JsonValue;
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
import java.util.List;

/** The key {@code evaluate.figures}: a word, or figures by name. */
public sealed interface FiguresSpec {
  /** What needs no names. */
  enum Choice implements FiguresSpec {
    ALL,
    NONE
  }

  /** These. */
  record Listed(@JsonValue List<Figure> figures) implements FiguresSpec {}

  /** The figures that can be asked for. */
  enum Figure {
    EXAMPLES(Examples.NAME),
    PIXEL_HISTOGRAMS(PixelHistograms.NAME),
    TRUE_CLASSES(TrueClasses.NAME),
    PREDICTED_CLASSES(PredictedClasses.NAME),
    CLASS_PROBABILITIES(ClassProbabilities.NAME),
    LOSS_HISTORY(LossHistory.NAME),
    CONFUSION_MATRICES(ConfusionMatrices.NAME),
    ROC(Roc.NAME),
    OUTCOMES(Outcomes.NAME),
    OUTCOME_HISTOGRAMS(OutcomeHistograms.NAME),
    FEATURE_MAPS(FeatureMaps.NAME),
    FILTERS(Filters.NAME),
    PRECISION_RECALL(PrecisionRecall.NAME),
    CALIBRATION(Calibration.NAME),
    MOST_WRONG(MostWrong.NAME),
    PER_CLASS(PerClass.NAME),
    PARAMETER_HISTOGRAMS(ParameterHistograms.NAME),
    TIMING(Timing.NAME);

    private final String key;

    Figure(String key) {
      this.key = key;
    }

    /** The name in specs and of the figure's files. */
    @JsonValue
    public String key() {
      return key;
    }
  }
}
