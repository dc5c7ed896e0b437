package dev.epochal.core.figure;

import dev.epochal.core.data.Split;
import dev.epochal.core.stats.Predictions;
import dev.epochal.core.stats.ThresholdCounts;
import java.util.ArrayList;
import java.util.List;

/**
 * Precision over recall of each class against the rest.
 *
 * @param panels the curves of each split
 */
public record PrecisionRecall(FigureSubject subject, List<String> classNames, List<Panel> panels)
    implements FigureData {
  public static final String NAME = "precision-recall";

  /**
   * One split's curves.
   *
   * @param n images
   * @param notFinite images with a probability that is NaN: then there are no curves
   * @param macro mean of the average precisions of the classes that have one
   * @param curves one for each class; their area is the average precision
   */
  public record Panel(Split split, int n, int notFinite, double macro, List<ThresholdCurve> curves)
      implements CurvePanel {
    public Panel {
      curves = List.copyOf(curves);
    }

    /** The curves of a split's predictions. */
    public static Panel of(Split split, Predictions predictions) {
      int notFinite = predictions.notFinite();
      List<ThresholdCurve> curves = new ArrayList<>();
      for (int c = 0; c < predictions.classes(); c++) {
        ThresholdCounts counts = ThresholdCounts.of(predictions.scores(c), predictions.areOf(c));
        curves.add(
            notFinite > 0
                ? ThresholdCurve.none(c, counts.positives(), counts.negatives())
                : ThresholdCurve.precisionRecall(c, counts));
      }
      double macro =
          curves.stream()
              .mapToDouble(ThresholdCurve::area)
              .filter(area -> !Double.isNaN(area))
              .average()
              .orElse(Double.NaN);
      return new Panel(split, predictions.n(), notFinite, macro, curves);
    }
  }

  public PrecisionRecall {
    classNames = List.copyOf(classNames);
    panels = List.copyOf(panels);
  }

  @Override
  public String figureName() {
    return NAME;
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.precisionRecall(this);
  }
}
