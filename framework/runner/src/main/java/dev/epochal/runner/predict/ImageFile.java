package dev.epochal.runner.predict;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A PNG or JPEG file from anywhere: nothing of it is believed before it is checked, and its pixels
 * are unpacked only when its header promises a size that fits in memory. Of a large image every
 * second, third, … row and column is read.
 */
final class ImageFile {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final int MOST_BYTES = 64 << 20;
  private static final long MOST_PIXELS = 50_000_000;

  /** As many pixels of an image are looked at: each takes 24 bytes here, and models want few. */
  private static final double ENOUGH_PIXELS = 4_000_000;

  private ImageFile() {}

  /** An image file cannot be used; the message says why, without the file's name. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  /** The image, with one channel or three; transparent parts are shown on white. */
  static Picture read(Path file) throws Unreadable {
    byte[] bytes = bytes(file);
    ImageReader reader = reader(bytes);
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      // Metadata is ignored: it can be compressed; the one tag that counts is read by itself.
      reader.setInput(in, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > MOST_PIXELS) {
        throw new Unreadable(
            "must have at most %,d pixels but claims %d × %d"
                .formatted(MOST_PIXELS, reader.getWidth(0), reader.getHeight(0)));
      }
      int step = Math.max(1, (int) Math.ceil(Math.sqrt(pixels / ENOUGH_PIXELS)));
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceSubsampling(step, step, 0, 0);
      BufferedImage image = reader.read(0, param);
      for (String warning : warnings) {
        if (warning.toLowerCase(Locale.ROOT).matches(".*(truncat|premature|corrupt).*")) {
          throw new Unreadable("is cut or damaged: " + warning);
        }
      }
      return ExifOrientation.of(bytes).upright(picture(image));
    } catch (IOException | RuntimeException e) {
      if ("Unsupported Image Type".equals(e.getMessage())) {
        // Four colours: most such files are read, but not by every JDK, and not all.
        throw new Unreadable("uses colours (CMYK) that cannot be read: save it as RGB");
      }
      throw new Unreadable(
          "is cut or damaged: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
    } finally {
      reader.dispose();
    }
  }

  private static byte[] bytes(Path file) throws Unreadable {
    if (!Files.exists(file)) {
      throw new Unreadable("does not exist");
    }
    if (!Files.isRegularFile(file)) {
      throw new Unreadable("is no file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Unreadable("must have at most %,d bytes".formatted(MOST_BYTES));
      }
      return bytes;
    } catch (IOException e) {
      throw new Unreadable("cannot be read: " + e);
    }
  }

  /** By its first bytes, whatever its name is; and no other kinds, however many the JDK knows. */
  private static ImageReader reader(byte[] bytes) throws Unreadable {
    String kind = startsWith(bytes, PNG) ? "png" : startsWith(bytes, JPEG) ? "jpeg" : "";
    if (kind.isEmpty()) {
      throw new Unreadable("must be a PNG or JPEG file, but does not begin like one");
    }
    return ImageIO.getImageReadersByFormatName(kind).next();
  }

  private static boolean startsWith(byte[] bytes, byte[] magic) {
    return bytes.length >= magic.length
        && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }

  private static Picture picture(BufferedImage image) {
    ColorModel colours = image.getColorModel();
    boolean grey =
        colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY
            && !(colours instanceof IndexColorModel);
    return grey ? grey(image) : colour(image);
  }

  /** The samples themselves: {@code getRGB} would take them for linear light, and brighten them. */
  private static Picture grey(BufferedImage image) {
    Raster raster = image.getRaster();
    double most = (1 << image.getColorModel().getComponentSize(0)) - 1;
    double[] plane = samples(raster, 0);
    double[] alpha = image.getColorModel().hasAlpha() ? samples(raster, 1) : new double[0];
    for (int i = 0; i < plane.length; i++) {
      double opaque = alpha.length == 0 ? 1 : alpha[i] / most;
      plane[i] = opaque * (plane[i] * (255 / most)) + (1 - opaque) * 255;
    }
    return new Picture(image.getHeight(), image.getWidth(), new double[][] {plane});
  }

  private static double[] samples(Raster raster, int band) {
    return raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), band, (double[]) null);
  }

  private static Picture colour(BufferedImage image) {
    int width = image.getWidth();
    double[][] planes = new double[3][width * image.getHeight()];
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        double alpha = (row[x] >>> 24) / 255.0;
        for (int c = 0; c < 3; c++) {
          int value = row[x] >> (16 - 8 * c) & 0xff;
          planes[c][y * width + x] = alpha * value + (1 - alpha) * 255;
        }
      }
    }
    return new Picture(image.getHeight(), width, planes);
  }
}
