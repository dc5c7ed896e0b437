package dev.epochal.core.stats;

import java.util.List;

/**
 * How often each true class was predicted as each class, with the counts that follow from it for
 * each class against the rest.
 *
 * @param counts {@code counts[true class][predicted class]}
 */
public record ConfusionMatrix(List<List<Integer>> counts) {

  public ConfusionMatrix {
    counts = counts.stream().map(List::copyOf).toList();
  }

  public static ConfusionMatrix of(Predictions predictions) {
    Integer[][] counts = new Integer[predictions.classes()][predictions.classes()];
    for (Integer[] row : counts) {
      java.util.Arrays.fill(row, 0);
    }
    for (int i = 0; i < predictions.n(); i++) {
      counts[predictions.labels()[i]][predictions.predicted()[i]]++;
    }
    return new ConfusionMatrix(java.util.Arrays.stream(counts).map(List::of).toList());
  }

  public int classes() {
    return counts.size();
  }

  /** Images counted. */
  public int total() {
    return counts.stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
  }

  /** The counts of one class against the rest. */
  public OneVsRest oneVsRest(int c) {
    int truePositives = counts.get(c).get(c);
    int positives = counts.get(c).stream().mapToInt(Integer::intValue).sum();
    int predicted = counts.stream().mapToInt(row -> row.get(c)).sum();
    return new OneVsRest(
        truePositives,
        predicted - truePositives,
        total() - positives - predicted + truePositives,
        positives - truePositives);
  }
}
