package dev.epochal.figures.caption;

import dev.epochal.core.figure.ConfusionMatrices;
import dev.epochal.core.stats.ConfusionMatrix;
import dev.epochal.core.stats.Interval;
import dev.epochal.figures.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Which classes the model confuses with which. */
final class ConfusionMatricesCaption {
  private static final int MOST_NAMED = 3;

  private ConfusionMatricesCaption() {}

  /** So many images of one class, taken for another. */
  private record Confusion(int actual, int predicted, int count, int of) {}

  static Caption of(ConfusionMatrices figure) {
    List<String> paragraphs = new ArrayList<>();
    if (figure.panels().isEmpty()) {
      paragraphs.add("No split was evaluated.");
    } else {
      ConfusionMatrices.Panel last = figure.panels().get(figure.panels().size() - 1);
      paragraphs.add(accuracies(figure) + " " + confusions(figure.classNames(), last));
      weakest(figure.classNames(), last).ifPresent(paragraphs::add);
      paragraphs.add(
          "A row is a true class and adds up to 100 %, a column a predicted one; what is right stands on the diagonal. Any other cell is a false negative of its row's class and a false positive of its column's.");
    }
    return new Caption("Confusion matrices", paragraphs);
  }

  private static String accuracies(ConfusionMatrices figure) {
    return figure.panels().stream()
        .map(
            panel -> {
              ConfusionMatrix matrix = new ConfusionMatrix(panel.counts());
              int right = right(matrix);
              return "%s %s (95 %% interval %s, n = %s)"
                  .formatted(
                      panel.split().key(),
                      Numbers.percent((double) right / matrix.total()),
                      Intervals.shares(Interval.ofShare(right, matrix.total())),
                      Numbers.count(matrix.total()));
            })
        .collect(Collectors.joining("; ", "Accuracy: ", "."));
  }

  private static String confusions(List<String> names, ConfusionMatrices.Panel panel) {
    List<Confusion> all = new ArrayList<>();
    for (int actual = 0; actual < panel.counts().size(); actual++) {
      List<Integer> row = panel.counts().get(actual);
      int of = row.stream().mapToInt(Integer::intValue).sum();
      for (int predicted = 0; predicted < row.size(); predicted++) {
        if (predicted != actual && row.get(predicted) > 0) {
          all.add(new Confusion(actual, predicted, row.get(predicted), of));
        }
      }
    }
    if (all.isEmpty()) {
      return "Every %s image was predicted right.".formatted(panel.split().key());
    }
    return all.stream()
        .sorted(Comparator.comparingInt(Confusion::count).reversed())
        .limit(MOST_NAMED)
        .map(
            c ->
                "%s taken for %s (%s of %s, %s)"
                    .formatted(
                        Names.ofClass(names, c.actual()),
                        Names.ofClass(names, c.predicted()),
                        Numbers.count(c.count()),
                        Numbers.count(c.of()),
                        Numbers.percent((double) c.count() / c.of())))
        .collect(
            Collectors.joining(", ", "Most often confused in " + panel.split().key() + ": ", "."));
  }

  private static java.util.Optional<String> weakest(
      List<String> names, ConfusionMatrices.Panel panel) {
    ConfusionMatrix matrix = new ConfusionMatrix(panel.counts());
    return java.util.stream.IntStream.range(0, matrix.classes())
        .filter(c -> positives(matrix, c) > 0)
        .boxed()
        .min(Comparator.comparingDouble(c -> matrix.oneVsRest(c).recall()))
        .map(
            c ->
                "Lowest recall in %s: class %s, of which %s of %s images were found (%s)."
                    .formatted(
                        panel.split().key(),
                        Names.ofClass(names, c),
                        Numbers.count(matrix.counts().get(c).get(c)),
                        Numbers.count(positives(matrix, c)),
                        Numbers.percent(matrix.oneVsRest(c).recall())));
  }

  private static int right(ConfusionMatrix matrix) {
    int right = 0;
    for (int c = 0; c < matrix.classes(); c++) {
      right += matrix.counts().get(c).get(c);
    }
    return right;
  }

  private static int positives(ConfusionMatrix matrix, int ofClass) {
    return matrix.counts().get(ofClass).stream().mapToInt(Integer::intValue).sum();
  }
}
