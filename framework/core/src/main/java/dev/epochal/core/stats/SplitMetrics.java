package dev.epochal.core.stats;

import dev.epochal.core.data.Split;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The final metrics of a split, by name: {@code test.loss}, {@code test.accuracy}, and of
 * precision, recall, f1 and falsePositiveRate each {@code .macro} (mean over classes), {@code
 * .micro} (from the summed counts) and {@code .<class>}; {@code test.tp.<class>}, {@code fp},
 * {@code tn}, {@code fn}; {@code test.auc.<class>} (each class against the rest, NaN where there is
 * no curve) and {@code test.auc.macro}, the mean over the classes that have one: unlike a ratio, an
 * area has no value that an absent class could count with.
 */
public final class SplitMetrics {
  private SplitMetrics() {}

  public static SortedMap<String, Double> of(
      Split split, Predictions predictions, List<String> classNames) {
    ConfusionMatrix matrix = ConfusionMatrix.of(predictions);
    SortedMap<String, Double> metrics = new TreeMap<>();
    String prefix = split.key() + ".";
    metrics.put(prefix + "loss", predictions.loss());
    metrics.put(prefix + "accuracy", predictions.accuracy());
    ratios(metrics, prefix + "precision", matrix, classNames, OneVsRest::precision);
    ratios(metrics, prefix + "recall", matrix, classNames, OneVsRest::recall);
    ratios(metrics, prefix + "f1", matrix, classNames, OneVsRest::f1);
    ratios(metrics, prefix + "falsePositiveRate", matrix, classNames, OneVsRest::falsePositiveRate);
    for (int c = 0; c < matrix.classes(); c++) {
      OneVsRest counts = matrix.oneVsRest(c);
      String name = "." + classNames.get(c);
      metrics.put(prefix + "tp" + name, (double) counts.truePositives());
      metrics.put(prefix + "fp" + name, (double) counts.falsePositives());
      metrics.put(prefix + "tn" + name, (double) counts.trueNegatives());
      metrics.put(prefix + "fn" + name, (double) counts.falseNegatives());
    }
    areas(metrics, prefix + "auc", predictions, classNames);
    return metrics;
  }

  private static void areas(
      SortedMap<String, Double> metrics,
      String name,
      Predictions predictions,
      List<String> classNames) {
    double[] areas =
        IntStream.range(0, predictions.classes())
            .mapToDouble(c -> RocAuc.oneVsRest(predictions, c))
            .toArray();
    for (int c = 0; c < areas.length; c++) {
      metrics.put(name + "." + classNames.get(c), areas[c]);
    }
    metrics.put(
        name + ".macro",
        DoubleStream.of(areas).filter(area -> !Double.isNaN(area)).average().orElse(Double.NaN));
  }

  private static void ratios(
      SortedMap<String, Double> metrics,
      String name,
      ConfusionMatrix matrix,
      List<String> classNames,
      ToDoubleFunction<OneVsRest> ratio) {
    double sum = 0;
    int tp = 0;
    int fp = 0;
    int tn = 0;
    int fn = 0;
    for (int c = 0; c < matrix.classes(); c++) {
      OneVsRest counts = matrix.oneVsRest(c);
      double value = ratio.applyAsDouble(counts);
      metrics.put(name + "." + classNames.get(c), value);
      sum += value;
      tp += counts.truePositives();
      fp += counts.falsePositives();
      tn += counts.trueNegatives();
      fn += counts.falseNegatives();
    }
    metrics.put(name + ".macro", sum / matrix.classes());
    metrics.put(name + ".micro", ratio.applyAsDouble(new OneVsRest(tp, fp, tn, fn)));
  }
}
