package dev.epochal.runner.predict;

import dev.epochal.core.data.ImageShape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a picture look like the images that a model was trained with.
 *
 * @param shape of those images
 * @param background their border's mean brightness, 0 to 255
 * @param centred whether they were made as MNIST's: the digit fit into a box of 20 × 20 pixels, its
 *     centre of mass in the middle of 28 × 28
 */
record Likeness(ImageShape shape, double background, boolean centred) {
  /** The share of MNIST's images that its digits fill. */
  private static final double BOX = 20.0 / 28;

  /** Brighter than this above the background, of 255, is ink. */
  private static final double INK = 51;

  /** Borders further apart than this are those of negatives. */
  private static final double OPPOSITE = 128;

  /**
   * A picture as the model needs it.
   *
   * @param notes what was done to it, in words
   */
  record Made(Picture picture, List<String> notes) {}

  /** The picture made alike; null when nothing is on it. */
  @Nullable Made of(Picture given) {
    List<String> notes = new ArrayList<>();
    Picture picture = given.withChannels(shape.channels());
    if (given.planes().length != shape.channels()) {
      notes.add(shape.channels() == 1 ? "colours made grey" : "grey used for all channels");
    }
    if (Math.abs(picture.border() - background) > OPPOSITE) {
      picture = picture.inverted();
      notes.add(
          background < OPPOSITE
              ? "dark on light, so inverted: the training images are light on dark"
              : "light on dark, so inverted: the training images are dark on light");
    }
    if (picture.hasShape(shape)) {
      return new Made(picture, notes);
    }
    String size = picture.width() + "×" + picture.height();
    if (!centred) {
      notes.add("scaled from %s to %d×%d".formatted(size, shape.width(), shape.height()));
      return new Made(picture.scaled(shape.height(), shape.width()), notes);
    }
    Picture digit = digit(picture);
    if (digit == null) {
      return null;
    }
    notes.add("scaled from " + size + " and centred as the training images are");
    return new Made(placed(digit), notes);
  }

  /** What stands out from the background, cut out, its brightness stretched; null for nothing. */
  private static @Nullable Picture digit(Picture picture) {
    double paper = picture.border();
    double brightest = 0;
    double[] ink = picture.planes()[0].clone();
    for (int i = 0; i < ink.length; i++) {
      ink[i] = Math.max(0, ink[i] - paper);
      brightest = Math.max(brightest, ink[i]);
    }
    if (brightest < INK) {
      return null;
    }
    int top = picture.height();
    int bottom = -1;
    int left = picture.width();
    int right = -1;
    for (int i = 0; i < ink.length; i++) {
      ink[i] *= 255 / brightest;
      if (ink[i] > INK) {
        top = Math.min(top, i / picture.width());
        bottom = Math.max(bottom, i / picture.width());
        left = Math.min(left, i % picture.width());
        right = Math.max(right, i % picture.width());
      }
    }
    return new Picture(picture.height(), picture.width(), new double[][] {ink})
        .cropped(top, left, bottom - top + 1, right - left + 1);
  }

  /** The digit in its box, its centre of mass in the middle. */
  private Picture placed(Picture digit) {
    double scale =
        Math.min(BOX * shape.height() / digit.height(), BOX * shape.width() / digit.width());
    int height = Math.max(1, (int) Math.round(scale * digit.height()));
    int width = Math.max(1, (int) Math.round(scale * digit.width()));
    double[] small = digit.scaled(height, width).planes()[0];
    double mass = 0;
    double down = 0;
    double across = 0;
    for (int i = 0; i < small.length; i++) {
      mass += small[i];
      down += small[i] * Math.floorDiv(i, width);
      across += small[i] * (i % width);
    }
    int top = shift(shape.height(), down / mass, height);
    int left = shift(shape.width(), across / mass, width);
    double[] plane = new double[shape.height() * shape.width()];
    for (int y = 0; y < height; y++) {
      System.arraycopy(small, y * width, plane, (top + y) * shape.width() + left, width);
    }
    return new Picture(shape.height(), shape.width(), new double[][] {plane});
  }

  private static int shift(int room, double centre, int size) {
    int at = (int) Math.round((room - 1) / 2.0 - centre);
    return Math.max(0, Math.min(room - size, at));
  }
}
