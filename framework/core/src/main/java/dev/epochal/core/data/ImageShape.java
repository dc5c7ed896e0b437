package dev.epochal.core.data;

/** The shape of one image, {@code [channels, height, width]}. */
public record ImageShape(int channels, int height, int width) {

  /** Values in one image. */
  public int size() {
    return channels * height * width;
  }

  @Override
  public String toString() {
    return "[" + channels + ", " + height + ", " + width + "]";
  }
}
