package dev.epochal.core.figure;

import dev.epochal.core.data.Split;
import java.util.List;

/**
 * How often each pixel value occurs in the images of {@link Examples}, an image at a time.
 *
 * @param n images in the split
 * @param columns histograms in a row
 * @param bins of equal width from 0 to 256
 */
public record PixelHistograms(
    FigureSubject subject,
    Split split,
    int n,
    List<String> classNames,
    int columns,
    int bins,
    List<PixelCounts> images)
    implements FigureData {
  public static final String NAME = "pixel-histograms";

  public PixelHistograms {
    classNames = List.copyOf(classNames);
    images = List.copyOf(images);
  }

  @Override
  public String figureName() {
    return NAME;
  }
}
