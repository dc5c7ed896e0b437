package dev.epochal.core.figure;

import dev.epochal.core.data.Split;
import dev.epochal.core.stats.Predictions;
import java.util.List;
import java.util.Map;

/**
 * Receiver operating characteristic of each class against the rest, with the area under each curve
 * and whether the splits agree about it.
 *
 * @param panels the curves of each split
 * @param differences between the splits' areas, each class and pair of splits tested once
 */
public record Roc(
    FigureSubject subject,
    List<String> classNames,
    List<Panel> panels,
    List<Difference> differences)
    implements FigureData {
  public static final String NAME = "roc";

  /**
   * One split's curves.
   *
   * @param n images
   * @param notFinite images with a probability that is NaN: then there are no curves
   * @param curves one for each class
   * @param macro mean of the classes' true positive rates at each false positive rate
   */
  public record Panel(Split split, int n, int notFinite, List<ThresholdCurve> curves, Macro macro)
      implements CurvePanel {
    public Panel {
      curves = List.copyOf(curves);
    }
  }

  /**
   * The average of the classes that have a curve, each counted the same.
   *
   * @param area mean of the classes' areas; NaN when no class has one
   * @param low lower end of its 95 % interval
   * @param high upper end
   * @param x false positive rates
   * @param y mean true positive rates
   */
  public record Macro(double area, double low, double high, List<Double> x, List<Double> y) {
    public Macro {
      x = List.copyOf(x);
      y = List.copyOf(y);
    }
  }

  /**
   * Two splits' areas for one class.
   *
   * @param difference first area − second area
   * @param p two-sided, of no difference, by DeLong's variances, which are independent as no image
   *     is in both splits
   * @param adjusted the same after Holm's correction for all differences of this figure
   */
  public record Difference(
      int ofClass, Split first, Split second, double difference, double p, double adjusted) {}

  /** The curves of predictions, a panel for each split in the map's order. */
  public static Roc of(
      FigureSubject subject, List<String> classNames, Map<Split, Predictions> splits) {
    return RocMaker.roc(subject, classNames, splits);
  }

  public Roc {
    classNames = List.copyOf(classNames);
    panels = List.copyOf(panels);
    differences = List.copyOf(differences);
  }

  @Override
  public String figureName() {
    return NAME;
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.roc(this);
  }
}
