package dev.epochal.core.data;

import dev.epochal.core.problem.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The first bytes of an IDX file: type and dimensions, checked.
 *
 * @param bytes as they stand in the file
 * @param size bytes of data that must follow
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record IdxHeader(int[] dimensions, byte[] bytes, long size) {
  private static final int UNSIGNED_BYTE = 0x08;

  private static final Map<Integer, String> OTHER_TYPES =
      Map.of(
          0x09, "signed bytes",
          0x0b, "16-bit integers",
          0x0c, "32-bit integers",
          0x0d, "32-bit floats",
          0x0e, "64-bit floats");

  /** More than any image set that fits a Java array; a header beyond it is a broken one. */
  private static final long MAX_BYTES = Integer.MAX_VALUE - 64L;

  /**
   * Reads and checks it.
   *
   * @param ranks the numbers of dimensions that it may have
   */
  static IdxHeader read(InputStream in, Path file, int... ranks) throws IOException {
    byte[] magicBytes = in.readNBytes(4);
    if (magicBytes.length < 4) {
      throw tooShort(file, 4 + 4 * ranks[0], magicBytes.length);
    }
    int magic = ByteBuffer.wrap(magicBytes).getInt();
    int rank = magic & 0xff;
    if (magic >>> 8 != UNSIGNED_BYTE || Arrays.stream(ranks).noneMatch(r -> r == rank)) {
      throw DataFile.broken(
          file,
          "must begin with the IDX magic number %s but begins with 0x%08x"
              .formatted(expected(ranks), magic),
          remedy(magic));
    }
    byte[] rest = in.readNBytes(4 * rank);
    if (rest.length < 4 * rank) {
      throw tooShort(file, 4 + 4 * rank, 4 + rest.length);
    }
    ByteBuffer header = ByteBuffer.allocate(4 + 4 * rank).put(magicBytes).put(rest).position(4);
    int[] dimensions = new int[rank];
    long size = 1;
    for (int i = 0; i < rank; i++) {
      dimensions[i] = header.getInt();
      if (dimensions[i] <= 0 || (size *= dimensions[i]) > MAX_BYTES) {
        throw DataFile.broken(
            file,
            "has an impossible size in its header: " + dimensions[i],
            "each dimension must be at least 1, and all values at most " + MAX_BYTES + " bytes");
      }
    }
    return new IdxHeader(dimensions, header.array(), size);
  }

  /** The dimensions as text: {@code [60000, 28, 28]}. */
  String shape() {
    return Arrays.toString(dimensions);
  }

  private static String expected(int... ranks) {
    return Arrays.stream(ranks)
        .mapToObj(
            rank ->
                "0x%08x (unsigned bytes, %d dimension%s)"
                    .formatted((UNSIGNED_BYTE << 8) | rank, rank, rank == 1 ? "" : "s"))
        .collect(Collectors.joining(" or "));
  }

  private static @Nullable String remedy(int magic) {
    String type = OTHER_TYPES.get(magic >>> 8);
    return type == null ? null : "it holds " + type + ": convert them to unsigned bytes";
  }

  private static InvalidInputException tooShort(Path file, int needed, int there) {
    return DataFile.broken(
        file,
        "is too short: the header needs %d bytes but %d are there".formatted(needed, there),
        null);
  }
}
