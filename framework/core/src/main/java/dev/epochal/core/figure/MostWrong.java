package dev.epochal.core.figure;

import dev.epochal.core.data.Split;
import java.util.List;

/**
 * The misclassified images of a split of which the model was most sure.
 *
 * @param n images in the split
 * @param wrong misclassified ones
 * @param images the first of them, the surest first; the probability is the predicted class's
 */
public record MostWrong(
    FigureSubject subject,
    Split split,
    int n,
    int wrong,
    List<String> classNames,
    List<PredictedImage> images)
    implements FigureData {
  public static final String NAME = "most-wrong";

  public MostWrong {
    classNames = List.copyOf(classNames);
    images = List.copyOf(images);
  }

  @Override
  public String figureName() {
    return NAME;
  }
}
