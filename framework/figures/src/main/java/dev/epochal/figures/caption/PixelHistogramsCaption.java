package dev.epochal.figures.caption;

import dev.epochal.core.figure.PixelCounts;
import dev.epochal.core.figure.PixelHistograms;
import dev.epochal.figures.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Whether the images are dark or bright, and whether values are missing. */
final class PixelHistogramsCaption {
  private PixelHistogramsCaption() {}

  static Caption of(PixelHistograms figure) {
    List<String> paragraphs = new ArrayList<>();
    if (!figure.images().isEmpty()) {
      double low = share(figure, 0);
      double high = share(figure, figure.bins() - 1);
      paragraphs.add(
          "Of the pixels of these %d images, %s lie in the lowest of the %d bins and %s in the highest%s."
              .formatted(
                  figure.images().size(),
                  Numbers.percent(low),
                  figure.bins(),
                  Numbers.percent(high),
                  low + high > 0.5 ? ": mostly background or stroke, with few greys between" : ""));
    }
    paragraphs.add(
        "Values are as in the files, 0 to 255, before normalisation. An image whose histogram looks unlike the others' deserves a look.");
    return new Caption("Pixel histograms", paragraphs);
  }

  private static double share(PixelHistograms figure, int bin) {
    long in = 0;
    long all = 0;
    for (PixelCounts image : figure.images()) {
      for (List<Integer> channel : image.channels()) {
        in += channel.get(bin);
        all += channel.stream().mapToInt(Integer::intValue).sum();
      }
    }
    return (double) in / all;
  }
}
