package dev.epochal.core.data;

import dev.epochal.core.problem.EpochalException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The images of a split as they were kept: a NumPy file of unsigned bytes {@code [n, channels,
 * height, width]}, of which only what is asked for is read.
 *
 * @param n images in the file
 * @param offset where the first image begins
 */
public record StoredImages(Path file, int n, ImageShape shape, long offset) {
  /**
   * Looks at a file's header.
   *
   * @throws EpochalException naming the file, when it cannot be read or is cut
   */
  public static StoredImages open(Path file) {
    NpyHeader header = NpyHeader.read(file);
    header.mustHold("|u1", file);
    int[] shape = header.shape();
    if (shape.length != 4) {
      throw new EpochalException(
          file + " does not hold images as a run keeps them: its shape is " + header.shapeText());
    }
    return new StoredImages(
        file, shape[0], new ImageShape(shape[1], shape[2], shape[3]), header.offset());
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
}
