package dev.epochal.core.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How often each pixel value occurs in one image.
 *
 * @param position of the image in its split, from 0
 * @param label index of its class
 * @param channels {@code [channels][bins]}: bins of equal width from 0 to 256
 */
public record PixelCounts(int position, int label, List<List<Integer>> channels) {
  private static final int VALUES = 256;

  public PixelCounts {
    channels = channels.stream().map(List::copyOf).toList();
  }

  /** The counts of an image. */
  public static PixelCounts of(int position, int label, Raster image, int bins) {
    byte[] pixels = image.bytes();
    int size = image.shape().height() * image.shape().width();
    List<List<Integer>> channels = new ArrayList<>();
    for (int c = 0; c < image.shape().channels(); c++) {
      Integer[] counts = new Integer[bins];
      Arrays.fill(counts, 0);
      for (int i = c * size; i < (c + 1) * size; i++) {
        counts[(pixels[i] & 0xff) * bins / VALUES]++;
      }
      channels.add(List.of(counts));
    }
    return new PixelCounts(position, label, channels);
  }
}
