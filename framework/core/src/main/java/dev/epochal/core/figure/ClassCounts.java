package dev.epochal.core.figure;

import dev.epochal.core.data.Split;
import java.util.List;

/**
 * How many images of a split are of each class, or are taken for it.
 *
 * @param counts one for each class, in order
 */
public record ClassCounts(Split split, List<Integer> counts) {
  public ClassCounts {
    counts = List.copyOf(counts);
  }

  /** The counts of these classes, each an index below {@code classes}. */
  public static ClassCounts of(Split split, int[] ofImages, int classes) {
    Integer[] counts = new Integer[classes];
    java.util.Arrays.fill(counts, 0);
    for (int ofImage : ofImages) {
      counts[ofImage]++;
    }
    return new ClassCounts(split, List.of(counts));
  }

  /** Images in all. */
  public int n() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }
}
