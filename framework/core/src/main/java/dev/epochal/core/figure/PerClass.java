package dev.epochal.core.figure;

import dev.epochal.core.data.Split;
import dev.epochal.core.stats.ConfusionMatrix;
import dev.epochal.core.stats.Interval;
import dev.epochal.core.stats.OneVsRest;
import dev.epochal.core.stats.Predictions;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Precision, recall and F1 of each class.
 *
 * @param panels the classes' metrics in each split
 */
public record PerClass(FigureSubject subject, List<String> classNames, List<Panel> panels)
    implements FigureData {
  public static final String NAME = "per-class";

  /**
   * One split.
   *
   * @param n images
   * @param classes the metrics of each class, in order
   */
  public record Panel(Split split, int n, List<Metrics> classes) {
    public Panel {
      classes = List.copyOf(classes);
    }

    /** The metrics of a split's predictions. */
    public static Panel of(Split split, Predictions predictions) {
      ConfusionMatrix matrix = ConfusionMatrix.of(predictions);
      return new Panel(
          split,
          predictions.n(),
          IntStream.range(0, matrix.classes())
              .mapToObj(c -> Metrics.of(matrix.oneVsRest(c)))
              .toList());
    }
  }

  /**
   * One class against the rest; a ratio of nothing is NaN.
   *
   * @param images of the class
   * @param predicted images taken for it
   */
  public record Metrics(int images, int predicted, double precision, double recall, double f1) {

    static Metrics of(OneVsRest counts) {
      int images = counts.truePositives() + counts.falseNegatives();
      int predicted = counts.truePositives() + counts.falsePositives();
      return new Metrics(
          images,
          predicted,
          predicted == 0 ? Double.NaN : counts.precision(),
          images == 0 ? Double.NaN : counts.recall(),
          images + predicted == 0 ? Double.NaN : counts.f1());
    }

    /** Wilson's 95 % interval of the precision: a share of the images taken for the class. */
    public Interval precisionInterval() {
      return interval(precision, predicted);
    }

    /** Wilson's 95 % interval of the recall: a share of the class's images. */
    public Interval recallInterval() {
      return interval(recall, images);
    }

    private static Interval interval(double share, int all) {
      return Interval.ofShare((int) Math.round(share * all), all);
    }
  }

  public PerClass {
    classNames = List.copyOf(classNames);
    panels = List.copyOf(panels);
  }

  @Override
  public String figureName() {
    return NAME;
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.perClass(this);
  }
}
