package dev.epochal.core.plan;

import dev.epochal.core.data.Split;

/**
 * How the dataset is divided: a seeded permutation is cut into train, validation and test, and the
 * first so many of each are used.
 *
 * @param fractions of the dataset that each split gets
 * @param full images in each split
 * @param used images taken from the front of each split (the spec's {@code subset})
 * @param stratify whether every class is divided by the same fractions
 */
public record SplitPlan(Fractions fractions, Sizes full, Sizes used, boolean stratify) {

  /** Shares of the dataset; each in [0, 1], their sum at most 1. */
  public record Fractions(double train, double validation, double test) {
    /**
     * So many images cut by these shares. The cuts are rounded, not the sizes, so that shares that
     * make up the whole leave no image over.
     */
    public Sizes cut(int images) {
      int first = cut(images, train);
      int second = cut(images, train + validation);
      int third = cut(images, train + validation + test);
      return new Sizes(first, second - first, third - second);
    }

    private static int cut(int images, double share) {
      return (int) Math.min(images, Math.round(images * share));
    }
  }

  /** Images per split. */
  public record Sizes(int train, int validation, int test) {
    public int of(Split split) {
      return switch (split) {
        case TRAIN -> train;
        case VALIDATION -> validation;
        case TEST -> test;
      };
    }
  }
}
