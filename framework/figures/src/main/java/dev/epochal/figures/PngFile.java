package dev.epochal.figures;

import dev.epochal.core.problem.EpochalException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A PNG file that appears whole or not at all. */
final class PngFile {
  private PngFile() {}

  static void write(BufferedImage image, Path file) {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) {
      throw new EpochalException("cannot write a figure to " + file + ": it is a folder");
    }
    // A plain sibling rather than Files.createTempFile, whose files only their owner may read.
    String writer = ProcessHandle.current().pid() + "-" + Thread.currentThread().getId();
    Path part = folder.resolve("." + target.getFileName() + "." + writer + ".part");
    try {
      Files.createDirectories(folder);
      try {
        Files.write(part, bytes(image));
        moveInto(part, target);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new EpochalException("cannot write the figure " + file + ": " + e, e);
    }
  }

  private static void moveInto(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static byte[] bytes(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // In memory: ImageIO would otherwise cache in a file of the temporary folder.
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", out)) {
        throw new IOException("this JDK cannot write PNG");
      }
    }
    return bytes.toByteArray();
  }
}
