package dev.epochal.core.data;

import dev.epochal.core.problem.InvalidInputException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The first bytes of a .npy file, checked against the file's size: versions 1 to 3 of the format,
 * numbers of a known type, little-endian, in C order.
 *
 * @param type NumPy's code: {@code <i4}
 * @param offset of the data, in bytes
 * @param values in the array
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record NpyHeader(String type, int[] shape, long offset, long values) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** NumPy's own limit. */
  private static final int LONGEST = 10_000;

  private static final Pattern TYPE = Pattern.compile("'descr': *'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order': *(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([0-9, ]*)\\)");

  /** Types that are read, with their bytes per value. */
  private static final Map<String, Integer> BYTES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("|u1", 1),
              Map.entry("|i1", 1),
              Map.entry("<u2", 2),
              Map.entry("<i2", 2),
              Map.entry("<u4", 4),
              Map.entry("<i4", 4),
              Map.entry("<u8", 8),
              Map.entry("<i8", 8),
              Map.entry("<f4", 4),
              Map.entry("<f8", 8)));

  /**
   * Reads and checks it.
   *
   * @throws InvalidInputException naming the file, what was expected and what is there
   */
  static NpyHeader read(Path file) {
    long size = DataFile.size(file);
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      byte[] magic = in.readNBytes(MAGIC.length);
      if (!Arrays.equals(magic, MAGIC)) {
        throw DataFile.broken(file, "is not a NumPy file", "write it with numpy.save");
      }
      int version = in.readUnsignedByte();
      in.readUnsignedByte();
      if (version < 1 || version > 3) {
        throw DataFile.broken(
            file,
            "must be of version 1, 2 or 3 of NumPy's format but is of version " + version,
            null);
      }
      int lengthBytes = version == 1 ? 2 : 4;
      long length = little(in, lengthBytes);
      if (length > LONGEST) {
        throw DataFile.broken(
            file,
            "has a header of " + length + " bytes but at most " + LONGEST + " are read",
            null);
      }
      byte[] text = in.readNBytes((int) length);
      if (text.length < length) {
        throw new EOFException();
      }
      return parse(
          file,
          new String(text, StandardCharsets.UTF_8),
          MAGIC.length + 2L + lengthBytes + length,
          size);
    } catch (EOFException e) {
      throw DataFile.broken(file, "is cut or damaged: it ends within its header", null);
    } catch (IOException e) {
      throw DataFile.unreadable(file, e);
    }
  }

  int bytesPerValue() {
    return BYTES.getOrDefault(type, 1);
  }

  /** The shape as NumPy writes it: {@code (60000, 28, 28)}. */
  String shapeText() {
    return text(shape);
  }

  private static long little(InputStream in, int bytes) throws IOException {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException();
      }
      value |= (long) b << (8 * i);
    }
    return value;
  }

  private static NpyHeader parse(Path file, String text, long offset, long size) {
    Matcher order = ORDER.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!text.contains("'descr'") || !order.find() || !shape.find()) {
      throw DataFile.broken(file, "has a header that is not NumPy's", "write it with numpy.save");
    }
    Matcher type = TYPE.matcher(text);
    String code = type.find() ? type.group(1) : "several fields";
    if (!BYTES.containsKey(code)) {
      throw wrongType(file, code);
    }
    if (order.group(1).equals("True")) {
      throw DataFile.broken(
          file, "is in Fortran order but must be in C order", "save numpy.ascontiguousarray(a)");
    }
    int bytes = BYTES.get(code);
    BigInteger values = BigInteger.ONE;
    for (String dimension : shape.group(1).split("[, ]+", 0)) {
      values = dimension.isEmpty() ? values : values.multiply(new BigInteger(dimension));
    }
    BigInteger needed = values.multiply(BigInteger.valueOf(bytes));
    if (!needed.equals(BigInteger.valueOf(size - offset))) {
      throw DataFile.broken(
          file,
          "is cut or damaged: shape (%s) needs %s bytes but %d are there"
              .formatted(shape.group(1), needed, size - offset),
          "write it anew");
    }
    return new NpyHeader(code, dimensions(file, shape.group(1)), offset, values.longValueExact());
  }

  private static int[] dimensions(Path file, String shape) {
    try {
      return Arrays.stream(shape.split("[, ]+", 0))
          .filter(dimension -> !dimension.isEmpty())
          .mapToInt(Integer::parseInt)
          .toArray();
    } catch (NumberFormatException e) {
      throw DataFile.broken(
          file, "has a dimension beyond 2147483647: (" + shape + ")", "split it into smaller ones");
    }
  }

  private static InvalidInputException wrongType(Path file, String code) {
    String rule =
        "holds values of type " + code.replaceAll("\\p{Cntrl}", "?") + " but must hold one of ";
    String remedy =
        code.startsWith(">")
            ? "it is big-endian: save a.astype('" + code.replace('>', '<') + "')"
            : code.endsWith("O")
                ? "Python objects are pickled, and never loaded: save numbers"
                : "save a.astype('uint8')";
    return DataFile.broken(file, rule + String.join(" ", BYTES.keySet()), remedy);
  }

  static String text(int... shape) {
    return Arrays.stream(shape)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "(", shape.length == 1 ? ",)" : ")"));
  }
}
