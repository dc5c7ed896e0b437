package dev.epochal.runner.predict;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held, as its JPEG file says: the picture's pixels lie as the sensor does.
 *
 * @param value EXIF's, 1 (upright) to 8
 */
record ExifOrientation(int value) {
  private static final ExifOrientation UPRIGHT = new ExifOrientation(1);
  private static final String EXIF = "Exif\0\0";
  private static final int APP1 = 0xe1;
  private static final int START_OF_SCAN = 0xda;
  private static final int TAG = 0x0112;

  /** That of a JPEG file; upright where none is told, or nothing that makes sense. */
  static ExifOrientation of(byte[] file) {
    try {
      return jpeg(ByteBuffer.wrap(file));
    } catch (IndexOutOfBoundsException e) {
      return UPRIGHT;
    }
  }

  private static ExifOrientation jpeg(ByteBuffer file) {
    if (file.getShort(0) != (short) 0xffd8) {
      return UPRIGHT;
    }
    int at = 2;
    int marker = file.getShort(at) & 0xffff;
    while (marker > 0xff00 && (marker & 0xff) != START_OF_SCAN) {
      int length = file.getShort(at + 2) & 0xffff;
      if ((marker & 0xff) == APP1 && text(file, at + 4).equals(EXIF)) {
        int from = at + 4 + EXIF.length();
        return tiff(file.slice(from, length - 2 - EXIF.length()));
      }
      at += 2 + length;
      marker = file.getShort(at) & 0xffff;
    }
    return UPRIGHT;
  }

  private static String text(ByteBuffer file, int at) {
    byte[] bytes = new byte[EXIF.length()];
    file.get(at, bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static ExifOrientation tiff(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int first = tiff.getInt(4);
    int entries = tiff.getShort(first) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = first + 2 + 12 * i;
      if ((tiff.getShort(entry) & 0xffff) == TAG) {
        int value = tiff.getShort(entry + 8);
        return value >= 1 && value <= 8 ? new ExifOrientation(value) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** The picture as it was seen. */
  Picture upright(Picture picture) {
    if (value == 1) {
      return picture;
    }
    boolean turned = value >= 5;
    int height = turned ? picture.width() : picture.height();
    int width = turned ? picture.height() : picture.width();
    boolean fromRight = value == 2 || value == 3 || value == 7 || value == 8;
    boolean fromBottom = value == 3 || value == 4 || value == 6 || value == 7;
    double[][] planes = new double[picture.planes().length][height * width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int column = turned ? y : x;
        int row = turned ? x : y;
        int from =
            (fromBottom ? picture.height() - 1 - row : row) * picture.width()
                + (fromRight ? picture.width() - 1 - column : column);
        for (int c = 0; c < planes.length; c++) {
          planes[c][y * width + x] = picture.planes()[c][from];
        }
      }
    }
    return new Picture(height, width, planes);
  }
}
