package dev.epochal.engine.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** Thirty images of 28×28 in MNIST's form, under MNIST's names, with checksums of their own. */
final class MnistLike {
  static final int N = 30;

  private final byte[] imagesFile;
  private final byte[] labelsFile;
  final MnistFile images;
  final MnistFile labels;

  MnistLike() {
    byte[] pixels = new byte[N * 784];
    byte[] classes = new byte[N];
    for (int i = 0; i < N; i++) {
      Arrays.fill(pixels, i * 784, (i + 1) * 784, (byte) (200 + i));
      classes[i] = (byte) (i % 10);
    }
    imagesFile = idx(pixels, 0x803, N, 28, 28);
    labelsFile = idx(classes, 0x801, N);
    images = new MnistFile(MnistFile.IMAGES.stem(), 3, sha256(imagesFile));
    labels = new MnistFile(MnistFile.LABELS.stem(), 1, sha256(labelsFile));
  }

  Mnist in(DataLocations locations, Downloader downloader) {
    return new Mnist(locations, downloader, images, labels);
  }

  byte[] archive(String name) {
    return gzip(name.equals(images.archive()) ? imagesFile : labelsFile);
  }

  /** Both files, gzipped, in a folder that is made if need be. */
  void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(images.archive()), gzip(imagesFile));
    Files.write(folder.resolve(labels.archive()), gzip(labelsFile));
  }

  void writeUnpackedTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(images.stem()), imagesFile);
    Files.write(folder.resolve(labels.stem()), labelsFile);
  }

  /** A whole IDX file of labels that are not these. */
  static byte[] otherLabels() {
    return gzip(idx(new byte[N], 0x801, N));
  }

  private static byte[] idx(byte[] data, int magic, int... dimensions) {
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * dimensions.length + data.length).putInt(magic);
    for (int dimension : dimensions) {
      file.putInt(dimension);
    }
    return file.put(data).array();
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
