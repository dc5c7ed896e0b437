package dev.epochal.core.data;

import dev.epochal.core.problem.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code images.npy}, {@code [n, height, width]} or {@code [n, channels, height, width]}, and
 * {@code labels.npy}, {@code [n]} whole numbers.
 */
final class NpyPair implements ImageSource {
  private static final int MOST_CHANNELS_LAST = 4;

  private final Path images;
  private final NpyHeader header;
  private final int[] labels;

  NpyPair(Path folder) {
    images = folder.resolve("images.npy");
    header = NpyHeader.read(images);
    checkShape();
    labels = labels(folder.resolve("labels.npy"));
  }

  @Override
  public ImageShape shape() {
    int[] s = header.shape();
    return s.length == 3 ? new ImageShape(1, s[1], s[2]) : new ImageShape(s[1], s[2], s[3]);
  }

  @Override
  public int[] labels() {
    return labels.clone();
  }

  @Override
  public byte[] pixels() {
    return NpyPixels.read(images, header);
  }

  @Override
  public String pixelType() {
    return NpyPixels.typeName(header);
  }

  @Override
  public List<String> parts() {
    return List.of("images.npy, labels.npy: %,d images".formatted(labels.length));
  }

  private void checkShape() {
    int[] shape = header.shape();
    if (shape.length != 3 && shape.length != 4) {
      throw DataFile.broken(
          images,
          "must have the shape (n, height, width) or (n, channels, height, width) but has "
              + header.shapeText(),
          "reshape it");
    }
    if (header.values() == 0) {
      throw DataFile.broken(
          images, "must hold at least one pixel but has the shape " + header.shapeText(), null);
    }
    boolean channelsLast =
        shape.length == 4
            && shape[1] > MOST_CHANNELS_LAST
            && shape[3] <= MOST_CHANNELS_LAST
            && shape[3] != 2;
    if (channelsLast) {
      throw DataFile.broken(
          images,
          "must have its channels before height and width but has the shape " + header.shapeText(),
          "save a.transpose(0, 3, 1, 2)");
    }
    if (!NpyPixels.isRead(header.type())) {
      throw DataFile.broken(
          images,
          "must hold uint8 (or float32 or float64 with the same 256 levels) but holds "
              + header.type(),
          "save a.astype('uint8')");
    }
  }

  private int[] labels(Path file) {
    NpyHeader written = NpyHeader.read(file);
    if (written.shape().length != 1) {
      throw DataFile.broken(
          file,
          "must have the shape (n,), a class index for each image, but has " + written.shapeText(),
          written.shape().length == 2 && written.shape()[1] > 1
              ? "if they are one-hot, save a.argmax(1)"
              : "save a.ravel()");
    }
    if (written.type().contains("f")) {
      throw DataFile.broken(
          file, "must hold whole numbers but holds " + written.type(), "save a.astype('int32')");
    }
    if (written.values() != header.shape()[0]) {
      throw DataFile.broken(
          file,
          "must hold a label for each of the %d images of %s but holds %d"
              .formatted(header.shape()[0], images.getFileName(), written.values()),
          null);
    }
    return whole(file, written);
  }

  private static int[] whole(Path file, NpyHeader header) {
    int size = header.bytesPerValue();
    boolean signed = header.type().contains("i");
    ByteBuffer data = ByteBuffer.wrap(NpyFile.data(file, header)).order(ByteOrder.LITTLE_ENDIAN);
    int[] labels = new int[(int) header.values()];
    for (int i = 0; i < labels.length; i++) {
      long value =
          switch (size) {
            case 1 -> signed ? data.get(i) : data.get(i) & 0xff;
            case 2 -> signed ? data.getShort(2 * i) : data.getShort(2 * i) & 0xffff;
            case 4 -> signed ? data.getInt(4 * i) : data.getInt(4 * i) & 0xffff_ffffL;
            default -> data.getLong(8 * i);
          };
      labels[i] = label(file, i, value);
    }
    return labels;
  }

  private static int label(Path file, int row, long value) {
    if (value < 0 || value >= ImageFolder.MOST_CLASSES) {
      throw wrongLabel(file, row, value);
    }
    return (int) value;
  }

  static InvalidInputException wrongLabel(Path file, int row, long value) {
    return DataFile.broken(
        file,
        "must hold class indices from 0 to %d but row %d holds %d"
            .formatted(ImageFolder.MOST_CLASSES - 1, row, value),
        "number the classes 0, 1, 2, …");
  }
}
