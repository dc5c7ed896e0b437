package dev.epochal.core.figure;

import dev.epochal.core.data.Split;
import java.util.List;

/**
 * Images of a split with their labels, in rows.
 *
 * @param n images in the split
 * @param columns images in a row
 */
public record Examples(
    FigureSubject subject,
    Split split,
    int n,
    List<String> classNames,
    int columns,
    List<LabelledImage> images)
    implements FigureData {
  public static final String NAME = "examples";

  public Examples {
    classNames = List.copyOf(classNames);
    images = List.copyOf(images);
  }

  @Override
  public String figureName() {
    return NAME;
  }
}
