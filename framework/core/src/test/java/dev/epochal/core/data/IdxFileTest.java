package dev.epochal.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.problem.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IDX files, whole and broken. */
final class IdxFileTest {
  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;

  /** Two images of 2×3 pixels, the values 0 to 11. */
  private static final byte[] TWO_IMAGES = idx(12, IMAGES, 2, 2, 3);

  @TempDir Path folder;

  @Test
  void aPlainFileIsReadWhole() throws IOException {
    IdxFile idx = IdxFile.read(write("images", TWO_IMAGES), 3);

    assertThat(idx.dimensions()).containsExactly(2, 2, 3);
    assertThat(idx.n()).isEqualTo(2);
    assertThat(idx.data()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
  }

  @Test
  void labelsHaveOneDimension() throws IOException {
    IdxFile idx = IdxFile.read(write("labels", idx(4, LABELS, 4)), 1);

    assertThat(idx.dimensions()).containsExactly(4);
    assertThat(idx.data()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aGzippedFileIsReadAlikeWhateverItsName() throws IOException {
    IdxFile plain = IdxFile.read(write("images", TWO_IMAGES), 3);

    for (String name : new String[] {"images.gz", "images-packed"}) {
      IdxFile packed = IdxFile.read(write(name, gzip(TWO_IMAGES)), 3);
      assertThat(packed.data()).isEqualTo(plain.data());
      assertThat(packed.sha256()).isEqualTo(plain.sha256());
    }
  }

  // printf '\0\0\010\001\0\0\0\002\007\011' | sha256sum
  @Test
  void theChecksumIsThatOfTheUnpackedFile() throws IOException {
    byte[] file = {0, 0, 8, 1, 0, 0, 0, 2, 7, 9};

    assertThat(IdxFile.read(write("labels.gz", gzip(file)), 1).sha256())
        .isEqualTo("6b413bc4e4b437a09780b06c8c43c748d2546f2be2f36913c8dfdb95fac3a083");
  }

  @Test
  void aWrongMagicNumberIsShownBesideTheRightOne() throws IOException {
    Path file = write("images", TWO_IMAGES);

    assertBroken(
        file,
        1,
        "must begin with the IDX magic number 0x00000801 (unsigned bytes, 1 dimension) but begins with 0x00000803");
    assertBroken(
        write("labels", idx(12, LABELS, 12)),
        3,
        "must begin with the IDX magic number 0x00000803 (unsigned bytes, 3 dimensions) but begins with 0x00000801");
  }

  @Test
  void valuesThatAreNotUnsignedBytesAreRefused() throws IOException {
    assertBroken(write("images", idx(12, 0xd03, 2, 2, 3)), 3, "but begins with 0x00000d03");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, Integer.MIN_VALUE})
  void aCountThatIsNotPositiveIsRefused(int n) throws IOException {
    assertBroken(
        write("images", idx(12, IMAGES, n, 2, 3)), 3, "has an impossible size in its header: " + n);
    assertBroken(
        write("columns", idx(12, IMAGES, 2, 2, n)),
        3,
        "has an impossible size in its header: " + n);
  }

  @Test
  void countsWhoseProductNoArrayHoldsAreRefused() throws IOException {
    assertBroken(
        write("images", idx(12, IMAGES, 60_000, 60_000, 3)),
        3,
        "has an impossible size in its header: 60000");
  }

  /**
   * (2^31)³ is beyond a long: the limit must hold at each factor, before the product wraps around.
   */
  @Test
  void countsWhoseProductOverflowsAreRefused() throws IOException {
    int most = Integer.MAX_VALUE;

    assertBroken(
        write("images", idx(12, IMAGES, most, most, most)),
        3,
        "has an impossible size in its header: " + most);
  }

  @Test
  void aCountOfTwoBillionCostsNothingUntilTheBytesCome() throws IOException {
    assertBroken(
        write("labels", idx(12, LABELS, 2_000_000_000)),
        1,
        "is too short: data [2000000000] needs 2000000000 bytes but 12 are there");
  }

  @Test
  void aFileThatEndsEarlyIsRefusedWithWhatItNeeds() throws IOException {
    assertBroken(
        write("images", Arrays.copyOf(TWO_IMAGES, TWO_IMAGES.length - 1)),
        3,
        "is too short: data [2, 2, 3] needs 12 bytes but 11 are there");
    assertBroken(
        write("header", Arrays.copyOf(TWO_IMAGES, 10)),
        3,
        "is too short: the header needs 16 bytes but 10 are there");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aFileOfLessThanTwoBytesIsTooShort(int length) throws IOException {
    assertBroken(
        write("images", new byte[length]),
        3,
        "is too short: the header needs 16 bytes but " + length + " are there");
  }

  @Test
  void bytesAfterTheDataAreRefused() throws IOException {
    byte[] longer = Arrays.copyOf(TWO_IMAGES, TWO_IMAGES.length + 1);

    assertBroken(write("images", longer), 3, "holds more than its header says: [2, 2, 3]");
    assertBroken(write("images.gz", gzip(longer)), 3, "holds more than its header says: [2, 2, 3]");
  }

  @Test
  void aFileNamedGzThatIsNotGzipIsRefused() throws IOException {
    assertBroken(write("images.gz", TWO_IMAGES), 3, "is named .gz but is not gzip");
  }

  @Test
  void anAnswerOfAWebServerSavedUnderTheNameIsRefused() throws IOException {
    assertBroken(
        write("images.gz", "<html>403 Forbidden</html>".getBytes(StandardCharsets.UTF_8)),
        3,
        "is named .gz but is not gzip");
  }

  @Test
  void aGzipFileCutAnywhereIsRefused() throws IOException {
    byte[] whole = gzip(TWO_IMAGES);
    for (int length = 2; length < whole.length; length++) {
      Path file = write("images.gz", Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> IdxFile.read(file, 3))
          .as("cut to %d of %d bytes", length, whole.length)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith(file + ": is not a whole gzip file");
    }
  }

  @Test
  void aGzipFileWithAByteChangedIsRefused() throws IOException {
    byte[] changed = gzip(TWO_IMAGES);
    changed[changed.length - 6] ^= 1; // in the checksum

    assertBroken(write("images.gz", changed), 3, "is not a whole gzip file");
  }

  @Test
  void aMissingFileIsNamed() {
    assertBroken(folder.resolve("images.gz"), 3, "does not exist");
  }

  @Test
  void aFolderInItsPlaceIsNamed() {
    assertBroken(folder, 3, "is a folder but must be a file");
  }

  private static void assertBroken(Path file, int rank, String rule) {
    assertThatThrownBy(() -> IdxFile.read(file, rank))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(rule);
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  /** The header, then the bytes 0, 1, 2, … */
  private static byte[] idx(int bytes, int magic, int... dimensions) {
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * dimensions.length + bytes).putInt(magic);
    for (int dimension : dimensions) {
      file.putInt(dimension);
    }
    for (int i = 0; i < bytes; i++) {
      file.put((byte) i);
    }
    return file.array();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
