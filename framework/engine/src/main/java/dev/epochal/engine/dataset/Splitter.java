package dev.epochal.engine.dataset;

import dev.epochal.core.data.Split;
import dev.epochal.core.plan.SplitPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a seeded permutation of the dataset into train, validation and test (in this order) and
 * takes the front of each.
 */
final class Splitter {
  private Splitter() {}

  /**
   * The rows of each split.
   *
   * @param labels class index of each image of the dataset
   */
  static SplitIndices split(int[] labels, SplitPlan plan, long seed) {
    int[] order = Permutation.of(labels.length, seed);
    if (plan.stratify()) {
      order = stratified(order, labels, plan);
    }
    Map<Split, int[]> rows = new EnumMap<>(Split.class);
    int start = 0;
    for (Split split : Split.values()) {
      rows.put(split, Arrays.copyOfRange(order, start, start + plan.used().of(split)));
      start += plan.full().of(split);
    }
    return new SplitIndices(rows);
  }

  /**
   * The same order, regrouped so that the cuts give each class its share of every split, of its
   * used front as of its rest: an image goes where its class is furthest behind that share, in the
   * permutation's order.
   */
  private static int[] stratified(int[] order, int[] labels, SplitPlan plan) {
    int classes = Arrays.stream(labels).max().orElse(0) + 1;
    int[] perClass = new int[classes];
    for (int label : labels) {
      perClass[label]++;
    }
    int[][] buckets = buckets(plan, labels.length);
    int[] filled = new int[buckets.length];
    int[][] taken = new int[buckets.length][classes];
    for (int row : order) {
      int label = labels[row];
      int best = -1;
      double mostBehind = Double.NEGATIVE_INFINITY;
      for (int b = 0; b < buckets.length; b++) {
        double share = (double) buckets[b].length / labels.length * perClass[label];
        double behind = share - taken[b][label];
        if (filled[b] < buckets[b].length && behind > mostBehind) {
          mostBehind = behind;
          best = b;
        }
      }
      buckets[best][filled[best]++] = row;
      taken[best][label]++;
    }
    return Arrays.stream(buckets).flatMapToInt(Arrays::stream).toArray();
  }

  /**
   * Room for the used front and the rest of each split, in the order of the cuts, and for what
   * shares of less than the whole leave out: else the splits would take what comes first.
   */
  private static int[][] buckets(SplitPlan plan, int images) {
    List<int[]> buckets = new ArrayList<>();
    int leftOut = images;
    for (Split split : Split.values()) {
      buckets.add(new int[plan.used().of(split)]);
      buckets.add(new int[plan.full().of(split) - plan.used().of(split)]);
      leftOut -= plan.full().of(split);
    }
    buckets.add(new int[leftOut]);
    return buckets.toArray(new int[0][]);
  }
}
