package dev.epochal.figures.caption;

import dev.epochal.core.figure.Examples;
import dev.epochal.figures.Numbers;
import java.util.List;

/** Which images are shown. */
final class ExamplesCaption {
  private ExamplesCaption() {}

  static Caption of(Examples figure) {
    long classes = figure.images().stream().mapToInt(image -> image.label()).distinct().count();
    return new Caption(
        "Examples",
        List.of(
            figure.images().isEmpty()
                ? "There was no image to show."
                : "%d of the %s images of the %s split, from position %d on, of %d classes, each with its label."
                    .formatted(
                        figure.images().size(),
                        Numbers.count(figure.n()),
                        figure.split().key(),
                        figure.images().get(0).position(),
                        classes),
            "Do images and labels belong together? What is wrong here no training can put right."));
  }
}
