package dev.epochal.figures.caption;

import dev.epochal.core.figure.FeatureMaps;
import dev.epochal.core.figure.Plane;
import dev.epochal.core.plan.Activation;
import dev.epochal.core.plan.Words;
import dev.epochal.figures.Numbers;
import java.util.List;
import java.util.stream.Stream;

/** What a layer makes of one image. */
final class FeatureMapsCaption {
  private FeatureMapsCaption() {}

  static Caption of(FeatureMaps figure) {
    boolean finite =
        Double.isFinite(figure.probability())
            && Stream.concat(figure.before().stream(), figure.after().stream())
                .allMatch(FeatureMapsCaption::isFinite);
    return new Caption(
        "Feature maps",
        finite
            ? List.of(what(figure), maps(figure))
            : List.of(
                "%s, as layer %s sees it: the probability or values in the maps are NaN or infinite, so neither the maps nor the predicted class mean anything."
                    .formatted(image(figure), Names.of(figure.layer()))));
  }

  private static String image(FeatureMaps figure) {
    return "%s:%d, an image of class %s"
        .formatted(
            figure.split().key(),
            figure.image().position(),
            Names.ofClass(figure.classNames(), figure.image().label()));
  }

  private static String what(FeatureMaps figure) {
    return "%s, which the model takes for %s (%s), as layer %s sees it: %d feature maps of %s, before and after its activation (%s)."
        .formatted(
            image(figure),
            Names.ofClass(figure.classNames(), figure.predicted()),
            Numbers.percent(figure.probability()),
            Names.of(figure.layer()),
            figure.channels(),
            figure.before().isEmpty()
                ? "nothing"
                : figure.before().get(0).height() + "×" + figure.before().get(0).width(),
            figure.activation());
  }

  private static String maps(FeatureMaps figure) {
    long dead = figure.after().stream().filter(FeatureMapsCaption::isZero).count();
    if (dead > 0) {
      return "%d of the %d shown maps are zero everywhere after the activation: their filters find nothing in this image."
          .formatted(dead, figure.after().size());
    }
    // Most activations are zero nowhere, so that being above it tells of ReLU alone.
    return "Every one of the shown maps is non-zero somewhere after the activation"
        + (figure.activation().equals(Words.of(Activation.RELU))
            ? ": each filter answers to something in this image."
            : ".");
  }

  private static boolean isFinite(Plane map) {
    for (float value : map.floats()) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isZero(Plane map) {
    for (float value : map.floats()) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }
}
