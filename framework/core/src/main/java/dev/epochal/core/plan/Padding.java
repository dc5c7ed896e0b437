package dev.epochal.core.plan;

import dev.epochal.core.plan.LayerPlan.Size2d;

/**
 * What a window finds outside the image: zeros for a convolution, nothing for pooling.
 *
 * @param same whether there is as much of it as makes the output as large as the input divided by
 *     the stride, rounded up; an odd row or column goes below or to the right
 * @param size rows above and below, columns left and right; [0, 0] when {@code same}
 */
public record Padding(boolean same, Size2d size) {
  public static final Padding NONE = new Padding(false, new Size2d(0, 0));
  public static final Padding SAME = new Padding(true, new Size2d(0, 0));

  /** As in specs. */
  @Override
  public String toString() {
    return same ? "same" : "[" + size.height() + ", " + size.width() + "]";
  }
}
