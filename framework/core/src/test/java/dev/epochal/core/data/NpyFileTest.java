package dev.epochal.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.problem.EpochalException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NumPy's files. */
final class NpyFileTest {
  @TempDir Path folder;

  // What NumPy 1.24 writes of numpy.arange(3, dtype="<i4"), byte by byte.
  @Test
  void theBytesAreThoseThatNumPyWrites() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NpyFile.writeInts(out, new int[] {0, 1, 2}, 3);

    String header = "{'descr': '<i4', 'fortran_order': False, 'shape': (3,), }";
    assertThat(out.toString(StandardCharsets.ISO_8859_1))
        .isEqualTo(
            "\u0093NUMPY\1\0"
                + "v\0" // 118, the length of the header
                + header
                + " ".repeat(118 - header.length() - 1)
                + "\n"
                + "\0\0\0\0\1\0\0\0\2\0\0\0");
  }

  @Test
  void headersNameTypeAndShapeAsNumPyDoes() throws IOException {
    ByteArrayOutputStream floats = new ByteArrayOutputStream();
    NpyFile.writeFloats(floats, new float[6], 2, 3);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    NpyFile.beginBytes(bytes, 7);
    ByteArrayOutputStream scalar = new ByteArrayOutputStream();
    NpyFile.writeInts(scalar, new int[] {5});

    assertThat(header(floats))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), } ");
    assertThat(header(bytes))
        .startsWith("{'descr': '|u1', 'fortran_order': False, 'shape': (7,), } ");
    assertThat(header(scalar))
        .startsWith("{'descr': '<i4', 'fortran_order': False, 'shape': (), } ");
  }

  @Test
  void dataBeginAtAMultipleOf64Bytes() throws IOException {
    // Shapes of every length of text, so that the padding takes every value.
    for (int rank = 1; rank <= 30; rank++) {
      int[] ones = new int[rank];
      Arrays.fill(ones, 1);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      NpyFile.writeInts(out, new int[] {7}, ones);

      assertThat((out.size() - 4) % 64).as("rank %d", rank).isZero();
      assertThat(header(out)).endsWith("\n").hasSize(out.size() - 4 - 10);
    }
  }

  @Test
  void intsReadBackToTheBit() throws IOException {
    int[] values = {Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE, 0x01020304};

    assertThat(NpyFile.readInts(ints(values, 2, 3))).isEqualTo(values);
  }

  @Test
  void floatsReadBackToTheBit() throws IOException {
    float[] values = {
      -0f, Float.MIN_VALUE, 0.1f, Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NaN
    };
    Path file = folder.resolve("floats.npy");
    try (OutputStream out = Files.newOutputStream(file)) {
      NpyFile.writeFloats(out, values, 6);
    }

    assertThat(NpyFile.readFloats(file)).isEqualTo(values);
  }

  @Test
  void anArrayWithoutValuesReadsBack() throws IOException {
    assertThat(NpyFile.readInts(ints(new int[0], 0, 3))).isEmpty();
  }

  @Test
  void valuesThatDoNotFillTheShapeAreRefused() {
    assertThatThrownBy(() -> NpyFile.writeInts(OutputStream.nullOutputStream(), new int[5], 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("5 values do not fill [2, 3]");
  }

  @Test
  void anotherTypeIsRefused() throws IOException {
    Path file = ints(new int[] {1, 2}, 2);

    assertThatThrownBy(() -> NpyFile.readFloats(file))
        .isInstanceOf(EpochalException.class)
        .hasMessage(file + ": must hold values of type <f4 but holds <i4");
  }

  @Test
  void fortranOrderIsRefused() throws IOException {
    Path file = ints(new int[] {1, 2, 3, 4}, 2, 2);
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(file, text.replace("False, ", "True,  "), StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> NpyFile.readInts(file))
        .isInstanceOf(EpochalException.class)
        .hasMessage(
            file + ": is in Fortran order but must be in C order; save numpy.ascontiguousarray(a)");
  }

  @Test
  void whatIsNoNumPyFileIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("text.npy"), "label,prediction\n1,2\n");
    Path empty = Files.write(folder.resolve("empty.npy"), new byte[0]);

    assertThatThrownBy(() -> NpyFile.readInts(text))
        .isInstanceOf(EpochalException.class)
        .hasMessage(text + ": is not a NumPy file; write it with numpy.save");
    assertThatThrownBy(() -> NpyFile.readInts(empty))
        .isInstanceOf(EpochalException.class)
        .hasMessage(empty + ": is not a NumPy file; write it with numpy.save");
  }

  @Test
  void aFileWithFewerOrMoreBytesThanItsShapeNeedsIsRefused() throws IOException {
    Path file = ints(new int[] {1, 2, 3}, 3);
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {whole.length - 1, whole.length - 4, whole.length + 4}) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> NpyFile.readInts(file))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(EpochalException.class)
          .hasMessage(
              "%s: is cut or damaged: shape (3,) needs 12 bytes but %d are there; write it anew"
                  .formatted(file, length - 128));
    }
  }

  @Test
  void aFileCutWithinItsHeaderIsRefused() throws IOException {
    Path file = ints(new int[] {1, 2, 3}, 3);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 40));

    assertThatThrownBy(() -> NpyFile.readInts(file))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("none.npy");

    assertThatThrownBy(() -> NpyFile.readInts(file))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining(file + ": does not exist");
  }

  private Path ints(int[] values, int... shape) throws IOException {
    Path file = folder.resolve("ints.npy");
    try (OutputStream out = Files.newOutputStream(file)) {
      NpyFile.writeInts(out, values, shape);
    }
    return file;
  }

  /** The text between the 10 bytes of magic, version and length and the data. */
  private static String header(ByteArrayOutputStream file) {
    byte[] bytes = file.toByteArray();
    int length = (bytes[8] & 0xff) | (bytes[9] & 0xff) << 8;
    return new String(bytes, 10, length, StandardCharsets.US_ASCII);
  }
}
