package dev.epochal.core.data;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * One IDX file of unsigned bytes, gzipped or plain: the format of MNIST and its kin. Big-endian:
 * two zero bytes, the type (0x08), the number of dimensions, each dimension as an int, the data.
 *
 * @param dimensions {@code [n]} for labels, {@code [n, rows, columns]} for images
 * @param data as many bytes as the dimensions say
 * @param sha256 of the unpacked file, so that a file compressed anew is the same data
 */
@SuppressWarnings("ArrayRecordComponent") // 47 MB: shared, never copied or compared
public record IdxFile(int[] dimensions, byte[] data, String sha256) {
  private static final int UNSIGNED_BYTE = 0x08;
  private static final int GZIP_MAGIC = 0x1f8b;

  /** More than any image set that fits a Java array; a header beyond it is a broken one. */
  private static final long MAX_BYTES = Integer.MAX_VALUE - 64L;

  /**
   * Reads a file whole.
   *
   * @param rank the number of dimensions that it must have: 1 for labels, 3 for images
   * @throws InvalidInputException naming the file, what was expected and what is there
   */
  public static IdxFile read(Path file, int rank) {
    try (InputStream in = open(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ByteBuffer header = ByteBuffer.wrap(exactly(in, 4 + 4 * rank, file, "the header"));
      digest.update(header.array());
      int magic = header.getInt();
      int expected = (UNSIGNED_BYTE << 8) | rank;
      if (magic != expected) {
        throw broken(
            file,
            "must begin with the IDX magic number 0x%08x (unsigned bytes, %d dimension%s) but begins with 0x%08x"
                .formatted(expected, rank, rank == 1 ? "" : "s", magic));
      }
      int[] dimensions = new int[rank];
      long size = 1;
      for (int i = 0; i < rank; i++) {
        dimensions[i] = header.getInt();
        if (dimensions[i] <= 0 || (size *= dimensions[i]) > MAX_BYTES) {
          throw broken(file, "has an impossible size in its header: " + dimensions[i]);
        }
      }
      byte[] data = exactly(in, (int) size, file, "data " + Arrays.toString(dimensions));
      if (in.read() != -1) {
        throw broken(file, "holds more than its header says: " + Arrays.toString(dimensions));
      }
      digest.update(data);
      return new IdxFile(dimensions, data, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchFileException e) {
      throw broken(file, "does not exist");
    } catch (ZipException | EOFException e) {
      throw broken(file, "is not a whole gzip file (" + e.getMessage() + ")");
    } catch (IOException e) {
      throw broken(file, "cannot be read (" + e + ")");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The first dimension: number of images or labels. */
  public int n() {
    return dimensions[0];
  }

  private static InputStream open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    raw.mark(2);
    int magic = (raw.read() << 8) | raw.read();
    raw.reset();
    if (magic == GZIP_MAGIC) {
      return new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16);
    }
    if (file.toString().endsWith(".gz")) {
      raw.close();
      throw broken(file, "is named .gz but is not gzip");
    }
    return raw;
  }

  private static byte[] exactly(InputStream in, int n, Path file, String what) throws IOException {
    // readNBytes grows as it reads: a header that promises 2 GB costs nothing until the bytes come.
    byte[] bytes = in.readNBytes(n);
    if (bytes.length < n) {
      throw broken(
          file,
          "is too short: " + what + " needs " + n + " bytes but " + bytes.length + " are there");
    }
    return bytes;
  }

  private static InvalidInputException broken(Path file, String rule) {
    return new InvalidInputException(new Problem(file.toString(), "", rule, null));
  }
}
