package dev.epochal.engine.dataset;

import dev.epochal.core.data.LabeledImages;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a split's content is, as a hash. */
final class DatasetFingerprint {
  private DatasetFingerprint() {}

  /**
   * SHA-256 over the number of images, channels, height and width (big-endian ints), then label
   * (int) and pixels of each image in the split's order.
   */
  static String sha256(LabeledImages images, int[] rows) {
    MessageDigest digest = newSha256();
    int size = images.shape().size();
    ByteBuffer header = ByteBuffer.allocate(16);
    header.putInt(rows.length).putInt(images.shape().channels());
    header.putInt(images.shape().height()).putInt(images.shape().width());
    digest.update(header.array());
    ByteBuffer label = ByteBuffer.allocate(4);
    for (int row : rows) {
      digest.update(label.putInt(0, images.labels()[row]).array());
      digest.update(images.pixels(), row * size, size);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
