package dev.epochal.engine.dataset;

import dev.epochal.core.data.Duplicate;
import dev.epochal.core.data.Duplicate.Item;
import dev.epochal.core.data.LabeledImages;
import dev.epochal.core.data.Split;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the images that stand in more than one split. */
final class Duplicates {
  private Duplicates() {}

  /** All of them, in the order of their first items. */
  static List<Duplicate> of(LabeledImages images, SplitIndices splits) {
    int size = images.shape().size();
    Map<ByteBuffer, List<Item>> items = new LinkedHashMap<>();
    for (Split split : Split.values()) {
      int[] rows = splits.of(split);
      for (int i = 0; i < rows.length; i++) {
        ByteBuffer pixels = ByteBuffer.wrap(images.pixels(), rows[i] * size, size);
        items.computeIfAbsent(pixels, first -> new ArrayList<>(1)).add(new Item(split, i, rows[i]));
      }
    }
    return items.values().stream()
        .filter(Duplicates::isInSeveralSplits)
        .map(Duplicate::new)
        .toList();
  }

  private static boolean isInSeveralSplits(List<Item> items) {
    // They came split by split.
    return items.get(0).split() != items.get(items.size() - 1).split();
  }
}
