package dev.epochal.figures.caption;

import dev.epochal.core.figure.FeatureMaps;
import dev.epochal.core.figure.Plane;
import dev.epochal.figures.Numbers;
import java.util.List;

/** What a layer makes of one image. */
final class FeatureMapsCaption {
  private FeatureMapsCaption() {}

  static Caption of(FeatureMaps figure) {
    long dead = figure.after().stream().filter(FeatureMapsCaption::isZero).count();
    return new Caption(
        "Feature maps",
        List.of(
            "%s:%d, an image of class %s, which the model takes for %s (%s), as layer %s sees it: %d feature maps of %s, before and after its activation (%s)."
                .formatted(
                    figure.split().key(),
                    figure.image().position(),
                    Names.ofClass(figure.classNames(), figure.image().label()),
                    Names.ofClass(figure.classNames(), figure.predicted()),
                    Numbers.percent(figure.probability()),
                    Names.of(figure.layer()),
                    figure.channels(),
                    figure.before().isEmpty()
                        ? "nothing"
                        : figure.before().get(0).height() + "×" + figure.before().get(0).width(),
                    figure.activation()),
            dead == 0
                ? "Every one of the shown maps is above zero somewhere after the activation: each filter answers to something in this image."
                : "%d of the %d shown maps are zero everywhere after the activation: their filters find nothing in this image."
                    .formatted(dead, figure.after().size())));
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
