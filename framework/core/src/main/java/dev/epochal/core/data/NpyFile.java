package dev.epochal.core.data;

import dev.epochal.core.problem.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * NumPy's array files (numpy.lib.format), C order, little-endian: written as {@code <i4}, {@code
 * <f4} or {@code |u1} in version 1.0 of the format.
 */
public final class NpyFile {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  private NpyFile() {}

  public static void writeInts(OutputStream out, int[] values, int... shape) throws IOException {
    byte[] bytes = new byte[Math.multiplyExact(4, values.length)];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(values);
    write(out, "<i4", values.length, bytes, shape);
  }

  public static void writeFloats(OutputStream out, float[] values, int... shape)
      throws IOException {
    byte[] bytes = new byte[Math.multiplyExact(4, values.length)];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    write(out, "<f4", values.length, bytes, shape);
  }

  /** Begins an array of unsigned bytes, which the caller writes after it: it may be large. */
  public static void beginBytes(OutputStream out, int... shape) throws IOException {
    out.write(header("|u1", shape));
  }

  /**
   * Reads an array of {@code <i4}, its shape left out.
   *
   * @throws InvalidInputException naming the file, if it is not such an array
   */
  public static int[] readInts(Path file) {
    ByteBuffer data = read(file, "<i4");
    int[] values = new int[data.remaining() / 4];
    data.asIntBuffer().get(values);
    return values;
  }

  /**
   * Reads an array of {@code <f4}, its shape left out.
   *
   * @throws InvalidInputException naming the file, if it is not such an array
   */
  public static float[] readFloats(Path file) {
    return floats(read(file, "<f4"));
  }

  /**
   * An array of {@code <f4}, its shape left out.
   *
   * @param bytes of a whole file
   * @param place what they are called in messages
   * @throws InvalidInputException naming the place, if it is not such an array
   */
  public static float[] readFloats(byte[] bytes, Path place) {
    NpyHeader header = NpyHeader.read(new ByteArrayInputStream(bytes), bytes.length, place);
    header.mustHold("<f4", place);
    ByteBuffer data = ByteBuffer.wrap(bytes).position((int) header.offset()).slice();
    return floats(data.order(ByteOrder.LITTLE_ENDIAN));
  }

  private static float[] floats(ByteBuffer data) {
    float[] values = new float[data.remaining() / 4];
    data.asFloatBuffer().get(values);
    return values;
  }

  /** All the bytes after the header, which must fit an array. */
  static byte[] data(Path file, NpyHeader header) {
    long size = header.values() * header.bytesPerValue();
    DataFile.checkRoom(file, size);
    if (size > Integer.MAX_VALUE - 64) {
      throw DataFile.broken(file, "holds more than 2 GB of data", "split it into smaller ones");
    }
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(header.offset());
      return in.readNBytes((int) size);
    } catch (IOException e) {
      throw DataFile.unreadable(file, e);
    }
  }

  private static void write(OutputStream out, String type, int length, byte[] data, int... shape)
      throws IOException {
    if (Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact) != length) {
      throw new IllegalArgumentException(length + " values do not fill " + Arrays.toString(shape));
    }
    out.write(header(type, shape));
    out.write(data);
  }

  private static byte[] header(String type, int... shape) {
    String dimensions =
        Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "))
            + (shape.length == 1 ? "," : "");
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, dimensions);
    // The format wants the data to begin at a multiple of 64 bytes.
    int padding = 63 - (MAGIC.length + 2 + header.length()) % 64;
    byte[] text = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(MAGIC.length + 2 + text.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) text.length)
        .put(text)
        .array();
  }

  private static ByteBuffer read(Path file, String type) {
    NpyHeader header = NpyHeader.read(file);
    header.mustHold(type, file);
    return ByteBuffer.wrap(data(file, header)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
