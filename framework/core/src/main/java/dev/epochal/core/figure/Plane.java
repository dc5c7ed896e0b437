package dev.epochal.core.figure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * Numbers in rows: a feature map, or one filter's weights for one input channel.
 *
 * @param height rows
 * @param width numbers in a row
 * @param values little-endian float32, row by row, Base64: NumPy's {@code
 *     frombuffer(b64decode(values), "<f4")}
 */
public record Plane(int height, int width, String values) {

  public Plane {
    if (Base64.getDecoder().decode(values).length != 4L * height * width) {
      throw new IllegalArgumentException("the values do not make " + height + " by " + width);
    }
  }

  /** A plane of {@code height × width} values, which begin at {@code from}. */
  public static Plane of(int height, int width, float[] values, int from) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * height * width).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values, from, height * width);
    return new Plane(height, width, Base64.getEncoder().encodeToString(bytes.array()));
  }

  /** The values, {@code [height × width]}. */
  public float[] floats() {
    float[] floats = new float[height * width];
    ByteBuffer.wrap(Base64.getDecoder().decode(values))
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(floats);
    return floats;
  }
}
