package dev.epochal.core.data;

import java.util.List;

/**
 * Images with their labels, as a dataset's files hold them.
 *
 * @param shape of one image, {@code [channels, height, width]}
 * @param pixels image after image, row by row, unsigned bytes; {@code n × shape.size()} of them
 * @param labels class index of each image, in {@code 0 .. classNames.size() - 1}; {@code n} of them
 * @param classNames name of each class
 */
@SuppressWarnings("ArrayRecordComponent") // 47 MB of pixels: shared, never copied or compared
public record LabeledImages(
    ImageShape shape, byte[] pixels, int[] labels, List<String> classNames) {

  public LabeledImages {
    classNames = List.copyOf(classNames);
    if (pixels.length != (long) labels.length * shape.size()) {
      throw new IllegalArgumentException(
          pixels.length + " pixels do not make " + labels.length + " images of " + shape);
    }
  }

  /** Number of images. */
  public int n() {
    return labels.length;
  }
}
