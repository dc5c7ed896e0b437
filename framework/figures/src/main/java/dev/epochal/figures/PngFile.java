package dev.epochal.figures;

import dev.epochal.core.problem.EpochalException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** An image as PNG. */
final class PngFile {
  private PngFile() {}

  static void write(BufferedImage image, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, bytes(image));
    } catch (IOException e) {
      throw new EpochalException("cannot write the figure " + file + ": " + e, e);
    }
  }

  /** The image as a PNG file holds it. */
  static byte[] bytes(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // In memory: ImageIO would otherwise cache in a file of the temporary folder.
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", out)) {
        throw new EpochalException("this JDK cannot write PNG");
      }
    } catch (IOException e) {
      throw new EpochalException("cannot encode a figure as PNG: " + e, e);
    }
    return bytes.toByteArray();
  }
}
