package dev.epochal.core.data;

import dev.epochal.core.problem.EpochalException;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * NumPy's array files, version 1.0 of the format (numpy.lib.format): C order, little-endian {@code
 * <i4}, {@code <f4} or {@code |u1}.
 */
public final class NpyFile {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '([^']+)', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\),? *\\} *\n");

  /** Of the types that are read. */
  private static final int BYTES_PER_VALUE = 4;

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
   * @throws EpochalException naming the file, if it is not such an array
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
   * @throws EpochalException naming the file, if it is not such an array
   */
  public static float[] readFloats(Path file) {
    return floats(read(file, "<f4"));
  }

  /**
   * An array of {@code <f4}, its shape left out.
   *
   * @param bytes of a whole file
   * @param where it stands, for messages
   * @throws EpochalException naming the place, if it is not such an array
   */
  public static float[] readFloats(byte[] bytes, String where) {
    return floats(parse(bytes, where, "<f4"));
  }

  private static float[] floats(ByteBuffer data) {
    float[] values = new float[data.remaining() / 4];
    data.asFloatBuffer().get(values);
    return values;
  }

  private static void write(OutputStream out, String type, int length, byte[] data, int... shape)
      throws IOException {
    if (Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact) != length) {
      throw new IllegalArgumentException(length + " values do not fill " + Arrays.toString(shape));
    }
    String dimensions =
        Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "))
            + (shape.length == 1 ? "," : "");
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, dimensions);
    // The format wants the data to begin at a multiple of 64 bytes.
    int padding = 63 - (MAGIC.length + 2 + header.length()) % 64;
    header = header + " ".repeat(padding) + "\n";
    out.write(MAGIC);
    out.write(header.length() & 0xff);
    out.write(header.length() >> 8);
    out.write(header.getBytes(StandardCharsets.US_ASCII));
    out.write(data);
  }

  private static ByteBuffer read(Path file, String type) {
    try {
      return parse(Files.readAllBytes(file), file.toString(), type);
    } catch (IOException e) {
      throw new EpochalException("cannot read " + file + ": " + e, e);
    }
  }

  private static ByteBuffer parse(byte[] content, String file, String type) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[MAGIC.length];
    if (bytes.remaining() < MAGIC.length + 2 || !Arrays.equals(MAGIC, get(bytes, magic))) {
      throw new EpochalException(file + " is not a NumPy file of version 1.0");
    }
    byte[] header = new byte[Math.min(bytes.getShort() & 0xffff, bytes.remaining())];
    Matcher matcher = HEADER.matcher(new String(get(bytes, header), StandardCharsets.US_ASCII));
    if (!matcher.matches() || !matcher.group(1).equals(type)) {
      throw new EpochalException(file + " does not hold an array of " + type + " in C order");
    }
    BigInteger needed = BigInteger.valueOf(BYTES_PER_VALUE);
    for (String dimension : matcher.group(2).split("[, ]+", 0)) {
      if (!dimension.isEmpty()) {
        needed = needed.multiply(new BigInteger(dimension));
      }
    }
    if (!needed.equals(BigInteger.valueOf(bytes.remaining()))) {
      throw new EpochalException(
          "%s is cut or damaged: shape (%s) needs %s bytes but %d are there"
              .formatted(file, matcher.group(2), needed, bytes.remaining()));
    }
    return bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] get(ByteBuffer from, byte[] into) {
    from.get(into);
    return into;
  }
}
