package dev.epochal.registry;

import dev.epochal.core.run.Series;
import java.nio.ByteBuffer;

/**
 * A stretch of a series as bytes: how many points there are, each step as the distance from the one
 * before (from 0 the first), then each value. Whole numbers take seven bits a byte, the lowest
 * first, with the eighth bit on all bytes but the last; values are the raw bits of doubles, highest
 * byte first, so that NaN and infinities are themselves.
 */
final class PointBlock {
  /** At most so many points: what is read and written again when one is added. */
  static final int MOST = 2_048;

  private static final int LONGEST_NUMBER = 10;

  /** Thrown when bytes are not those of a block. */
  static final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Damaged(String why) {
      super("no block of points: " + why);
    }
  }

  private PointBlock() {}

  /** The bytes of a series of at most {@link #MOST} points. */
  static byte[] encode(Series series) {
    int n = series.size();
    if (n > MOST) {
      throw new IllegalArgumentException(n + " points are more than the " + MOST + " of a block");
    }
    ByteBuffer bytes = ByteBuffer.allocate((n + 1) * LONGEST_NUMBER + n * Double.BYTES);
    put(bytes, n);
    long before = 0;
    for (long step : series.steps()) {
      put(bytes, step - before);
      before = step;
    }
    for (double value : series.values()) {
      bytes.putLong(Double.doubleToRawLongBits(value));
    }
    byte[] exact = new byte[bytes.position()];
    bytes.flip().get(exact);
    return exact;
  }

  /**
   * The series that was encoded.
   *
   * @throws Damaged when the bytes are not those of a block
   */
  static Series decode(byte[] block) {
    ByteBuffer bytes = ByteBuffer.wrap(block);
    long n = next(bytes);
    if (n < 0 || n > MOST || bytes.remaining() < n * (1 + Double.BYTES)) {
      throw new Damaged("it says to hold " + n);
    }
    long[] steps = new long[(int) n];
    double[] values = new double[(int) n];
    long step = 0;
    for (int i = 0; i < n; i++) {
      step += next(bytes);
      if (i > 0 && step <= steps[i - 1]) {
        throw new Damaged("its steps do not ascend");
      }
      steps[i] = step;
    }
    if (bytes.remaining() != n * Double.BYTES) {
      throw new Damaged(bytes.remaining() + " bytes are left for " + n + " values");
    }
    for (int i = 0; i < n; i++) {
      values[i] = Double.longBitsToDouble(bytes.getLong());
    }
    return new Series(steps, values);
  }

  private static void put(ByteBuffer bytes, long number) {
    long rest = number;
    while ((rest & ~0x7fL) != 0) {
      bytes.put((byte) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    bytes.put((byte) rest);
  }

  private static long next(ByteBuffer bytes) {
    long number = 0;
    for (int i = 0; i < LONGEST_NUMBER; i++) {
      if (!bytes.hasRemaining()) {
        break;
      }
      byte seven = bytes.get();
      number |= (seven & 0x7fL) << (7 * i);
      if (seven >= 0) {
        return number;
      }
    }
    throw new Damaged("a number has no end");
  }
}
