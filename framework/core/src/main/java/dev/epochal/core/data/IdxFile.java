package dev.epochal.core.data;

import dev.epochal.core.problem.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
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
  private static final int GZIP_MAGIC = 0x1f8b;

  /** Deflate makes of one byte at most that many. */
  private static final long MOST_UNPACKED = 1032;

  /** Something that is read from an open file. */
  private interface Reading<T> {
    T from(InputStream in, long mostBytes) throws IOException;
  }

  /**
   * Reads a file whole.
   *
   * @param ranks the numbers of dimensions that it may have: 1 for labels, 3 for images
   * @throws InvalidInputException naming the file, what was expected and what is there
   */
  public static IdxFile read(Path file, int... ranks) {
    return reading(
        file,
        (in, mostBytes) -> {
          IdxHeader header = IdxHeader.read(in, file, ranks);
          // A header that promises more than the file can hold costs no memory.
          int possible = (int) Math.min(header.size(), mostBytes);
          DataFile.checkRoom(file, possible);
          byte[] data = new byte[possible];
          fill(data, 0, in, file, header);
          MessageDigest digest = newSha256();
          digest.update(header.bytes());
          digest.update(data);
          return new IdxFile(header.dimensions(), data, HexFormat.of().formatHex(digest.digest()));
        });
  }

  /**
   * Reads a file's data into an array, from a position on.
   *
   * @param dimensions that its header had when it was looked at
   * @throws InvalidInputException as {@link #read} does, or if it is another file by now
   */
  static void readInto(byte[] all, int from, Path file, int... dimensions) {
    reading(
        file,
        (in, mostBytes) -> {
          IdxHeader header = IdxHeader.read(in, file, dimensions.length);
          if (!Arrays.equals(header.dimensions(), dimensions)) {
            throw DataFile.broken(
                file,
                "holds %s but held %s when it was looked at"
                    .formatted(header.shape(), Arrays.toString(dimensions)),
                "run again when nobody writes it");
          }
          fill(all, from, in, file, header);
          return dimensions;
        });
  }

  /**
   * The dimensions that a file's header promises; its data are not looked at.
   *
   * @throws InvalidInputException as {@link #read} does
   */
  public static int[] shapeOf(Path file, int... ranks) {
    return reading(
        file,
        (in, mostBytes) -> {
          IdxHeader header = IdxHeader.read(in, file, ranks);
          if (header.size() > mostBytes) {
            throw tooShort(file, header, mostBytes - header.bytes().length);
          }
          return header.dimensions();
        });
  }

  /** The first dimension: number of images or labels. */
  public int n() {
    return dimensions[0];
  }

  private static <T> T reading(Path file, Reading<T> reading) {
    long size = DataFile.size(file);
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      raw.mark(2);
      int magic = (raw.read() << 8) | raw.read();
      raw.reset();
      if (magic == GZIP_MAGIC) {
        return reading.from(new WholeGzip(raw, size), size * MOST_UNPACKED);
      }
      if (file.toString().endsWith(".gz")) {
        throw DataFile.broken(file, "is named .gz but is not gzip", "download or pack it anew");
      }
      return reading.from(raw, size);
    } catch (ZipException | EOFException e) {
      String how = e instanceof EOFException ? "it is cut" : e.getMessage();
      throw DataFile.broken(
          file, "is not a whole gzip file (" + how + ")", "download or pack it anew");
    } catch (IOException e) {
      throw DataFile.unreadable(file, e);
    }
  }

  /** Takes all that the header promises, as far as there is room for it; nothing may follow. */
  private static void fill(byte[] data, int from, InputStream in, Path file, IdxHeader header)
      throws IOException {
    int n = in.readNBytes(data, from, (int) Math.min(header.size(), data.length - from));
    if (n < header.size()) {
      throw tooShort(file, header, n);
    }
    if (in.read() != -1) {
      throw DataFile.broken(
          file, "holds more than its header says: " + header.shape(), "write it anew");
    }
  }

  private static InvalidInputException tooShort(Path file, IdxHeader header, long there) {
    return DataFile.broken(
        file,
        "is too short: data %s needs %d bytes but %d are there"
            .formatted(header.shape(), header.size(), there),
        "it was cut: download or write it anew");
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
