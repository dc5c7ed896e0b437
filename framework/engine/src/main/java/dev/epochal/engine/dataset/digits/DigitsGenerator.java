package dev.epochal.engine.dataset.digits;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The data set {@code digits}: images of the digits 0 to 9 as if written by many hands, drawn from
 * skeletons instead of collected, so that it needs no download.
 *
 * <p>As in MNIST an image is 28 x 28 bytes, row by row, each from 0 (paper) to 255 (ink), and its
 * label is the digit, drawn at random and therefore not exactly balanced. An image depends on the
 * seed, its part and its index alone, never on what was drawn before it.
 *
 * <p>Every random number comes from a written-out SplitMix64, every other one from strict
 * arithmetic ({@code StrictMath}); just the antialiased filling of polygons is the JDK's own, by
 * Marlin, which is Java too. Instances hold no state that changes, so threads may share one.
 */
public final class DigitsGenerator {
  /** Pixels along each side of an image. */
  public static final int SIDE = 28;

  /** Pixels, and bytes, of an image. */
  public static final int PIXELS = SIDE * SIDE;

  /** The seed of {@code digits} as everybody gets it. */
  public static final long DEFAULT_SEED = 0;

  private static final int DIGITS = 10;

  private final long seed;

  /** The data set that grows from the seed. */
  public DigitsGenerator(long seed) {
    this.seed = seed;
  }

  /**
   * The digit that an image shows.
   *
   * @throws IndexOutOfBoundsException if the part has no such image
   */
  public int label(Part part, int index) {
    check(part, index, 1);
    return stream(part, index).below(DIGITS);
  }

  /**
   * The 784 bytes of an image, a new array each time.
   *
   * @throws IndexOutOfBoundsException if the part has no such image
   */
  public byte[] image(Part part, int index) {
    check(part, index, 1);
    return draw(stream(part, index));
  }

  /**
   * Draws as many images as there is room for in the labels, on all cores.
   *
   * @param first the index of the first of them
   * @param images receives 784 bytes for each label
   * @throws IndexOutOfBoundsException if the part ends before the last of them
   */
  public void fill(Part part, int first, byte[] images, int[] labels) {
    check(part, first, labels.length);
    if (images.length != (long) labels.length * PIXELS) {
      throw new IllegalArgumentException(
          "images must hold %d bytes (%d for each label) but holds %d"
              .formatted((long) labels.length * PIXELS, PIXELS, images.length));
    }
    IntStream.range(0, labels.length)
        .parallel()
        .forEach(
            i -> {
              labels[i] = label(part, first + i);
              byte[] image = image(part, first + i);
              System.arraycopy(image, 0, images, i * PIXELS, PIXELS);
            });
  }

  /**
   * Draws some images, each to its place among all of the part, on all cores.
   *
   * @param indices of the images to draw
   * @param images receives 784 bytes for each of them; as long as all images need
   * @throws IndexOutOfBoundsException if the part or the array has no such image
   */
  public void fill(Part part, int[] indices, byte[] images) {
    Arrays.stream(indices)
        .parallel()
        .forEach(i -> System.arraycopy(image(part, i), 0, images, i * PIXELS, PIXELS));
  }

  private SplitMix64 stream(Part part, int index) {
    return SplitMix64.of(seed, part, index);
  }

  // The digit comes first, so that label() need not draw.
  private static byte[] draw(SplitMix64 random) {
    Skeleton skeleton = Skeletons.pick(random.below(DIGITS), random);
    Hand hand = Hand.of(random);
    Trace trace = new Layout(hand, random).place(new Writer(hand, random).write(skeleton));
    double angle = random.between(0, Math.PI);
    return Scan.of(Pen.draw(trace, hand, angle), hand, random);
  }

  private static void check(Part part, int first, int count) {
    Objects.requireNonNull(part, "part");
    if (first < 0 || first > part.size() - count) {
      String asked =
          count == 1 ? "image " + first : "images %d to %d".formatted(first, first + count - 1L);
      throw new IndexOutOfBoundsException(
          "%s has images 0 to %d but %s %s asked for"
              .formatted(part, part.size() - 1, asked, count == 1 ? "was" : "were"));
    }
  }
}
