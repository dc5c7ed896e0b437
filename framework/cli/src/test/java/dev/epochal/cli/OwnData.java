package dev.epochal.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Folders of images of one's own, as a user would have them. */
final class OwnData {
  private OwnData() {}

  /**
   * An IDX pair, its classes by turns but for the first, which comes three times as often; the last
   * image is the first once more.
   *
   * @param shape of one image, {@code [channels, height, width]}
   */
  static Path idx(Path folder, int n, int classes, int... shape) throws IOException {
    Files.createDirectories(folder);
    int size = shape[0] * shape[1] * shape[2];
    ByteBuffer images = ByteBuffer.allocate(20 + n * size).putInt(0x804).putInt(n);
    images.putInt(shape[0]).putInt(shape[1]).putInt(shape[2]);
    ByteBuffer labels = ByteBuffer.allocate(8 + n).putInt(0x801).putInt(n);
    Random random = new Random(1);
    byte[] image = new byte[size];
    for (int i = 0; i < n; i++) {
      int label = Math.max(0, i % (classes + 2) - 2);
      random.nextBytes(image);
      for (int p = label % size; p < size; p += classes) {
        image[p] = (byte) 255;
      }
      images.put(i == n - 1 ? java.util.Arrays.copyOfRange(images.array(), 20, 20 + size) : image);
      labels.put((byte) label);
    }
    Files.write(folder.resolve("train-images.idx"), images.array());
    Files.write(folder.resolve("train-labels.idx"), labels.array());
    return folder;
  }

  /** An experiment on the folder {@code own} beside it. */
  static String spec(String name) {
    return """
        name: %s
        data: {dataset: idx, path: own}
        network:
          layers:
            - {name: conv, type: convolution2d, nOut: 3, kernel: [3, 3]}
            - {name: out, type: output}
        training: {batchSize: 20, epochs: 2}
        """
        .formatted(name);
  }
}
