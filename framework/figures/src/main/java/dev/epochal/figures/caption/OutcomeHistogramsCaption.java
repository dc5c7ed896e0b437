package dev.epochal.figures.caption;

import dev.epochal.core.figure.OutcomeHistograms;
import dev.epochal.core.figure.PixelCounts;
import dev.epochal.figures.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether wrong images differ in brightness from right ones. */
final class OutcomeHistogramsCaption {
  private OutcomeHistogramsCaption() {}

  static Caption of(OutcomeHistograms figure) {
    String shares =
        figure.groups().stream()
            .filter(group -> !group.images().isEmpty())
            .map(
                group ->
                    "%s %s"
                        .formatted(
                            group.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "s",
                            Numbers.percent(aboveLowest(group.images()))))
            .collect(Collectors.joining(", "));
    return new Caption(
        "Pixel histograms of right and wrong",
        List.of(
            "Pixels above the lowest of %d bins, in the images shown of class %s against the rest (%s): %s."
                .formatted(
                    figure.bins(),
                    Names.ofClass(figure.classNames(), figure.ofClass()),
                    figure.split().key(),
                    shares.isEmpty() ? "no image" : shares),
            "Where wrong images are much darker or brighter than right ones, their brightness may be what misleads the model. A few images of each kind prove nothing."));
  }

  private static double aboveLowest(List<PixelCounts> images) {
    long lowest = 0;
    long all = 0;
    for (PixelCounts image : images) {
      for (List<Integer> channel : image.channels()) {
        lowest += channel.get(0);
        all += channel.stream().mapToInt(Integer::intValue).sum();
      }
    }
    return 1 - (double) lowest / all;
  }
}
