package dev.epochal.core.planning;

import dev.epochal.core.plan.LayerPlan.Size2d;
import dev.epochal.core.plan.Padding;
import dev.epochal.core.plan.TensorShape;
import dev.epochal.core.spec.PaddingSpec;
import dev.epochal.core.spec.SpecSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A window that slides over an image. */
record Window(Size2d kernel, Size2d stride, Padding padding) {
  static Padding padding(@Nullable PaddingSpec written) {
    if (written instanceof PaddingSpec.Pixels pixels) {
      List<Integer> size = pixels.size();
      return new Padding(false, new Size2d(size.get(0), size.get(1)));
    }
    return written == PaddingSpec.Way.SAME ? Padding.SAME : Padding.NONE;
  }

  /** Whether the shape is an image's, with the problem added when not. */
  static boolean isImage(TensorShape shape, String key, SpecSource source) {
    if (!shape.isImage()) {
      source.problem(
          key,
          "needs an image but gets " + shape + " from the layer before it",
          "put it before the first dense layer");
    }
    return shape.isImage();
  }

  /** The shape that it leaves; empty when it cannot slide, with the problem added. */
  Optional<TensorShape> slide(TensorShape shape, int channels, String key, SpecSource source) {
    if (!isImage(shape, key, source)) {
      return Optional.empty();
    }
    Size2d image = new Size2d(shape.dimensions().get(1), shape.dimensions().get(2));
    if (padding.same()) {
      return Optional.of(
          TensorShape.of(
              channels,
              (image.height() - 1) / stride.height() + 1,
              (image.width() - 1) / stride.width() + 1));
    }
    Size2d most = new Size2d(kernel.height() / 2, kernel.width() / 2);
    if (exceeds(padding.size(), most)) {
      // A window that lies wholly outside the image has nothing to look at.
      source.problem(
          key + ".padding",
          "must be at most half of the window, " + most + ", but was " + padding.size(),
          null);
      return Optional.empty();
    }
    Size2d padded =
        new Size2d(
            image.height() + 2 * padding.size().height(),
            image.width() + 2 * padding.size().width());
    if (exceeds(kernel, padded)) {
      source.problem(key + ".kernel", tooLarge(image, shape), null);
      return Optional.empty();
    }
    return Optional.of(
        TensorShape.of(
            channels,
            (padded.height() - kernel.height()) / stride.height() + 1,
            (padded.width() - kernel.width()) / stride.width() + 1));
  }

  private String tooLarge(Size2d image, TensorShape shape) {
    return "must fit its input of "
        + image
        + " (shape "
        + shape
        + (padding.equals(Padding.NONE) ? "" : ", padding " + padding)
        + ") but was "
        + kernel;
  }

  private static boolean exceeds(Size2d one, Size2d other) {
    return one.height() > other.height() || one.width() > other.width();
  }
}
