package dev.epochal.core.data;

import dev.epochal.core.problem.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The pixels of a .npy file as bytes. Floats are taken only where nothing is lost: all of them
 * whole numbers from 0 to 255, or all of them such numbers divided by 255.
 */
final class NpyPixels {
  private static final Map<String, String> NAMES =
      Map.of("|u1", "uint8", "<f4", "float32", "<f8", "float64");

  /** Of k / 255 computed in single or half of it in double precision, times 255. */
  private static final double ROUNDING = 1e-4;

  private NpyPixels() {}

  static boolean isRead(String type) {
    return NAMES.containsKey(type);
  }

  static String typeName(NpyHeader header) {
    return NAMES.getOrDefault(header.type(), header.type());
  }

  static byte[] read(Path file, NpyHeader header) {
    return header.type().equals("|u1") ? NpyFile.data(file, header) : floats(file, header);
  }

  private static byte[] floats(Path file, NpyHeader header) {
    DataFile.checkRoom(file, header.values());
    if (header.values() > Integer.MAX_VALUE - 64) {
      throw DataFile.broken(file, "holds more than 2^31 values", "split it into smaller ones");
    }
    double scale = isUnit(file, header) ? 255 : 1;
    byte[] pixels = new byte[(int) header.values()];
    each(
        file,
        header,
        (i, value) -> {
          double pixel = Math.rint(value * scale);
          if (Math.abs(value * scale - pixel) > (scale == 1 ? 0 : ROUNDING)) {
            throw notALevel(file, header, i, value);
          }
          pixels[(int) i] = (byte) (int) pixel;
        });
    return pixels;
  }

  /** Whether they go from 0 to 1 and not from 0 to 255; refuses what does neither. */
  private static boolean isUnit(Path file, NpyHeader header) {
    double[] highest = {0};
    each(
        file,
        header,
        (i, value) -> {
          if (!Double.isFinite(value)) {
            throw DataFile.broken(
                file,
                "must hold finite numbers but image %d holds %s".formatted(image(header, i), value),
                "save numpy.nan_to_num(a)");
          }
          if (value < 0 || value > 255) {
            throw notALevel(file, header, i, value);
          }
          highest[0] = Math.max(highest[0], value);
        });
    return highest[0] <= 1;
  }

  private static long image(NpyHeader header, long i) {
    return i / (header.values() / header.shape()[0]);
  }

  private static InvalidInputException notALevel(
      Path file, NpyHeader header, long i, double value) {
    return DataFile.broken(
        file,
        "must hold the 256 levels of a pixel, as 0 to 255 or divided by 255, but image %d holds %s"
            .formatted(image(header, i), value),
        "scale it to 0 to 255, round, and save a.astype('uint8')");
  }

  private interface Use {
    void value(long i, double value);
  }

  private static void each(Path file, NpyHeader header, Use use) {
    int size = header.bytesPerValue();
    byte[] chunk = new byte[1 << 16];
    ByteBuffer data = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.skipNBytes(header.offset());
      for (long done = 0; done < header.values(); ) {
        int n = (int) Math.min(header.values() - done, chunk.length / size);
        if (in.readNBytes(chunk, 0, n * size) < n * size) {
          throw new EOFException();
        }
        for (int i = 0; i < n; i++) {
          use.value(done + i, size == 4 ? data.getFloat(4 * i) : data.getDouble(8 * i));
        }
        done += n;
      }
    } catch (EOFException e) {
      throw DataFile.broken(file, "became shorter while it was read", null);
    } catch (IOException e) {
      throw DataFile.unreadable(file, e);
    }
  }
}
