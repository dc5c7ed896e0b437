package dev.epochal.core.figure;

import dev.epochal.core.data.Split;
import dev.epochal.core.stats.AreaUnderRoc;
import dev.epochal.core.stats.Interval;
import dev.epochal.core.stats.NormalTest;
import dev.epochal.core.stats.Predictions;
import dev.epochal.core.stats.RocCurve;
import dev.epochal.core.stats.ThresholdCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Makes the ROC figure's data of predictions. */
final class RocMaker {
  private final List<Roc.Panel> panels = new ArrayList<>();
  private final List<List<AreaUnderRoc>> areas = new ArrayList<>();

  /** The figure of these splits, in their order. */
  static Roc roc(FigureSubject subject, List<String> classNames, Map<Split, Predictions> splits) {
    RocMaker maker = new RocMaker();
    splits.forEach(maker::add);
    return new Roc(subject, classNames, maker.panels, maker.differences());
  }

  private void add(Split split, Predictions predictions) {
    int notFinite = predictions.notFinite();
    List<ThresholdCurve> curves = new ArrayList<>();
    List<AreaUnderRoc> ofClasses = new ArrayList<>();
    List<RocCurve> whole = new ArrayList<>();
    for (int c = 0; c < predictions.classes(); c++) {
      float[] scores = predictions.scores(c);
      boolean[] positive = predictions.areOf(c);
      ThresholdCounts counts = ThresholdCounts.of(scores, positive);
      boolean exists = notFinite == 0 && counts.positives() > 0 && counts.negatives() > 0;
      AreaUnderRoc area =
          exists
              ? AreaUnderRoc.of(scores, positive)
              : new AreaUnderRoc(Double.NaN, new double[] {Double.NaN});
      ofClasses.add(area);
      if (exists) {
        curves.add(ThresholdCurve.roc(c, counts, area));
        whole.add(RocCurve.of(counts));
      } else {
        curves.add(ThresholdCurve.none(c, counts.positives(), counts.negatives()));
      }
    }
    areas.add(ofClasses);
    panels.add(new Roc.Panel(split, predictions.n(), notFinite, curves, macro(ofClasses, whole)));
  }

  private static Roc.Macro macro(List<AreaUnderRoc> ofClasses, List<RocCurve> curves) {
    AreaUnderRoc mean =
        AreaUnderRoc.mean(ofClasses.stream().filter(area -> !Double.isNaN(area.area())).toList());
    if (curves.isEmpty()) {
      return new Roc.Macro(Double.NaN, Double.NaN, Double.NaN, List.of(), List.of());
    }
    double[] rates =
        curves.stream()
            .flatMapToDouble(curve -> DoubleStream.of(curve.falsePositiveRates()))
            .sorted()
            .distinct()
            .toArray();
    List<Double> x = new ArrayList<>(List.of(0.0));
    List<Double> y = new ArrayList<>(List.of(0.0));
    for (int i : ThresholdCurve.kept(rates.length)) {
      double sum = 0;
      for (RocCurve curve : curves) {
        sum += curve.at(rates[i]);
      }
      x.add(rates[i]);
      y.add(sum / curves.size());
    }
    Interval interval = mean.interval();
    return new Roc.Macro(mean.area(), interval.low(), interval.high(), x, y);
  }

  private List<Roc.Difference> differences() {
    List<Roc.Difference> differences = new ArrayList<>();
    for (int a = 0; a < panels.size(); a++) {
      for (int b = a + 1; b < panels.size(); b++) {
        for (int c = 0; c < areas.get(a).size(); c++) {
          AreaUnderRoc first = areas.get(a).get(c);
          AreaUnderRoc second = areas.get(b).get(c);
          double difference = first.area() - second.area();
          // A side without an error seems to have no variance: against it nothing can be tested.
          boolean tested = first.variance() > 0 && second.variance() > 0;
          double deviation = Math.sqrt(first.variance() + second.variance());
          double p = tested ? NormalTest.p(difference / deviation) : Double.NaN;
          differences.add(
              new Roc.Difference(
                  c, panels.get(a).split(), panels.get(b).split(), difference, p, Double.NaN));
        }
      }
    }
    double[] adjusted =
        NormalTest.holm(differences.stream().mapToDouble(Roc.Difference::p).toArray());
    List<Roc.Difference> corrected = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      Roc.Difference d = differences.get(i);
      corrected.add(
          new Roc.Difference(
              d.ofClass(), d.first(), d.second(), d.difference(), d.p(), adjusted[i]));
    }
    return corrected;
  }
}
