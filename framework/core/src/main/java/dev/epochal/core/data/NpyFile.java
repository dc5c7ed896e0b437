package dev.epochal.core.data;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
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

  public static void writeBytes(OutputStream out, byte[] values, int... shape) throws IOException {
    write(out, "|u1", values.length, values, shape);
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
    ByteBuffer data = read(file, "<f4");
    float[] values = new float[data.remaining() / 4];
    data.asFloatBuffer().get(values);
    return values;
  }

  /**
   * Reads an array of one dimension that {@link #writeFloats} wrote.
   *
   * @param bytes of all that was written
   * @param where they were found, for messages
   * @throws EpochalException naming the place, if they are anything else
   */
  public static float[] readFloats(byte[] bytes, String where) {
    int offset = Math.min(header("<f4", 0).length, bytes.length);
    float[] values = new float[(bytes.length - offset) / Float.BYTES];
    byte[] header = header("<f4", values.length);
    if (offset + (long) Float.BYTES * values.length != bytes.length
        || !Arrays.equals(bytes, 0, offset, header, 0, header.length)) {
      throw new EpochalException(where + " is cut or damaged");
    }
    ByteBuffer.wrap(bytes, offset, bytes.length - offset)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
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

  /** What stands before the data. */
  private static byte[] header(String type, int... shape) {
    String dimensions =
        Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "))
            + (shape.length == 1 ? "," : "");
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, dimensions);
    // The format wants the data to begin at a multiple of 64 bytes.
    int padding = 63 - (MAGIC.length + 2 + header.length()) % 64;
    header = header + " ".repeat(padding) + "\n";
    return ByteBuffer.allocate(MAGIC.length + 2 + header.length())
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) header.length())
        .put(header.getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private static ByteBuffer read(Path file, String type) {
    NpyHeader header = NpyHeader.read(file);
    if (!header.type().equals(type)) {
      throw DataFile.broken(
          file, "must hold values of type " + type + " but holds " + header.type(), null);
    }
    return ByteBuffer.wrap(data(file, header)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
