package dev.epochal.core.data;

import dev.epochal.core.problem.EpochalException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The images of a split as they were kept: a NumPy file of unsigned bytes {@code [n, channels,
 * height, width]}, of which only what is asked for is read.
 *
 * @param n images in the file
 * @param offset where the first image begins
 */
public record StoredImages(Path file, int n, ImageShape shape, long offset) {
  private static final int PREAMBLE = 10;
  private static final Pattern HEADER =
      Pattern.compile(
          ".NUMPY.*'descr': '\\|u1', 'fortran_order': False,"
              + " 'shape': \\(([0-9]+), ([0-9]+), ([0-9]+), ([0-9]+)\\).*",
          Pattern.DOTALL);

  /**
   * Looks at a file's header.
   *
   * @throws EpochalException naming the file, when it cannot be read or is cut
   */
  public static StoredImages open(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer preamble = read(channel, 0, PREAMBLE, file).order(ByteOrder.LITTLE_ENDIAN);
      int length = preamble.getShort(PREAMBLE - 2) & 0xffff;
      String header =
          new String(
              read(channel, 0, PREAMBLE + length, file).array(), StandardCharsets.ISO_8859_1);
      Matcher matcher = HEADER.matcher(header);
      if (!matcher.matches()) {
        throw new EpochalException(file + " does not hold images as a run keeps them");
      }
      ImageShape shape = new ImageShape(number(matcher, 2), number(matcher, 3), number(matcher, 4));
      StoredImages images =
          new StoredImages(file, number(matcher, 1), shape, PREAMBLE + (long) length);
      long needed = images.offset() + (long) images.n() * shape.size();
      if (channel.size() != needed) {
        throw new EpochalException(
            "%s is cut or damaged: it needs %d bytes but has %d"
                .formatted(file, needed, channel.size()));
      }
      return images;
    } catch (IOException e) {
      throw new EpochalException("cannot read " + file + ": " + e, e);
    }
  }

  /** One image's pixels, {@code [channels × height × width]}. */
  public byte[] image(int position) {
    return bytes(position, 1);
  }

  /** All pixels, image after image. */
  public byte[] all() {
    return bytes(0, n);
  }

  private byte[] bytes(int from, int count) {
    if (from < 0 || from + (long) count > n) {
      throw new IllegalArgumentException("there is no image " + from + " of " + n);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long start = offset + (long) from * shape.size();
      return read(channel, start, Math.multiplyExact(count, shape.size()), file).array();
    } catch (IOException e) {
      throw new EpochalException("cannot read " + file + ": " + e, e);
    }
  }

  private static ByteBuffer read(FileChannel channel, long from, int length, Path file)
      throws IOException {
    if (from + length > channel.size()) {
      throw new EpochalException(file + " is cut or damaged: it ends too early");
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
      // Reads until the buffer is full: the file's size was looked at before.
    }
    return bytes;
  }

  private static int number(Matcher matcher, int group) {
    try {
      return Integer.parseInt(matcher.group(group));
    } catch (NumberFormatException e) {
      throw new EpochalException(
          "an image file promises " + matcher.group(group) + " of something", e);
    }
  }
}
