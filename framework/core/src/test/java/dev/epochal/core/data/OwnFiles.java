package dev.epochal.core.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Files of images and labels, byte by byte, right or wrong. */
final class OwnFiles {
  static final int IMAGES = 0x803;
  static final int CHANNELS = 0x804;
  static final int LABELS = 0x801;

  private OwnFiles() {}

  /** An IDX file: its header, then the data. */
  static byte[] idx(byte[] data, int magic, int... dimensions) {
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * dimensions.length + data.length).putInt(magic);
    for (int dimension : dimensions) {
      file.putInt(dimension);
    }
    return file.put(data).array();
  }

  /** A .npy file of version 1.0, whatever its header says. */
  static byte[] npy(String header, byte[] data) {
    int padding = 63 - (10 + header.length()) % 64;
    byte[] text = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(10 + text.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
        .putShort((short) text.length)
        .put(text)
        .put(data)
        .array();
  }

  static byte[] npy(String type, String shape, byte[] data) {
    return npy(
        "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape), data);
  }

  /** The bytes 0, 1, 2, … */
  static byte[] counting(int n) {
    byte[] bytes = new byte[n];
    for (int i = 0; i < n; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static byte[] longs(long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return bytes.array();
  }

  static byte[] floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] joined(byte[] a, byte[] b) {
    return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
  }
}
