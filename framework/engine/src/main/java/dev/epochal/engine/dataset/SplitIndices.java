package dev.epochal.engine.dataset;

import dev.epochal.core.data.Split;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Which rows of the dataset each split uses, in the order in which the plan's seed drew them. */
public final class SplitIndices {
  private final Map<Split, int[]> rows;

  SplitIndices(Map<Split, int[]> rows) {
    this.rows = new EnumMap<>(rows);
  }

  /** The split's rows in the source dataset, {@code [n]}. */
  public int[] of(Split split) {
    int[] indices = rows.get(split);
    if (indices == null) {
      throw new IllegalArgumentException("no rows for " + split);
    }
    return Arrays.copyOf(indices, indices.length);
  }
}
