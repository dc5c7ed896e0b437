package dev.epochal.core.figure;

import dev.epochal.core.data.Split;
import java.util.List;

/**
 * What one convolution layer makes of one image, normalised as in training.
 *
 * @param layer its name
 * @param activation the layer's, by its name in specs
 * @param split of the image
 * @param image what goes in
 * @param predicted index of the class that the model takes the image for
 * @param probability of that class
 * @param inputMin least value that the network sees of the image
 * @param inputMax greatest value that the network sees of the image
 * @param channels how many maps the layer yields; at most {@link #MOST} are kept, the first ones
 * @param before one map per filter, before the activation
 * @param after the same maps after it
 */
public record FeatureMaps(
    FigureSubject subject,
    List<String> classNames,
    String layer,
    String activation,
    Split split,
    LabelledImage image,
    int predicted,
    double probability,
    double inputMin,
    double inputMax,
    int channels,
    List<Plane> before,
    List<Plane> after)
    implements FigureData {
  public static final String NAME = "feature-maps";

  /** More maps than this are too small to be seen. */
  public static final int MOST = 128;

  public FeatureMaps {
    classNames = List.copyOf(classNames);
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  @Override
  public String figureName() {
    return NAME;
  }
}
