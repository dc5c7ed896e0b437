package dev.epochal.core.data;

import java.util.List;

/**
 * An image that stands in more than one split, pixel for pixel.
 *
 * @param items where it stands, train before validation before test
 */
public record Duplicate(List<Item> items) {
  public Duplicate {
    items = List.copyOf(items);
  }

  /**
   * One image of a split.
   *
   * @param position in the split, from 0
   * @param row in the dataset
   */
  public record Item(Split split, int position, int row) {

    /** As it is asked for: {@code train:17}. */
    public String name() {
      return split.key() + ":" + position;
    }
  }
}
