package dev.epochal.engine.dataset;

import dev.epochal.core.data.LabeledImages;
import dev.epochal.core.data.Split;
import dev.epochal.core.plan.SplitPlan;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Cuts a seeded permutation of the dataset into train, validation and test (in this order) and
 * takes the front of each.
 */
final class Splitter {
  private Splitter() {}

  static SplitIndices split(LabeledImages images, SplitPlan plan, long seed) {
    int[] order = Permutation.of(images.n(), seed);
    if (plan.stratify()) {
      order = stratified(order, images, plan);
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
   * The same order, regrouped so that the cuts give each class its share of every split: an image
   * goes where its class is furthest behind that share, in the permutation's order.
   */
  private static int[] stratified(int[] order, LabeledImages images, SplitPlan plan) {
    int classes = images.classNames().size();
    int[] perClass = new int[classes];
    for (int label : images.labels()) {
      perClass[label]++;
    }
    Split[] splits = Split.values();
    int[][] rows = new int[splits.length][];
    int[] filled = new int[splits.length];
    int[][] taken = new int[splits.length][classes];
    for (int s = 0; s < splits.length; s++) {
      rows[s] = new int[plan.full().of(splits[s])];
    }
    for (int row : order) {
      int label = images.labels()[row];
      int best = -1;
      double mostBehind = Double.NEGATIVE_INFINITY;
      for (int s = 0; s < splits.length; s++) {
        double share = (double) rows[s].length / images.n() * perClass[label];
        double behind = share - taken[s][label];
        if (filled[s] < rows[s].length && behind > mostBehind) {
          mostBehind = behind;
          best = s;
        }
      }
      if (best >= 0) {
        rows[best][filled[best]++] = row;
        taken[best][label]++;
      }
    }
    return Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
  }
}
