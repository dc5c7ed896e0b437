package dev.epochal.registry.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.UUID;

/**
 * Writes files that appear whole or not at all: under a temporary name in the same folder, forced
 * to the disk, then moved to the final name.
 */
public final class AtomicFile {
  static final String TEMPORARY = ".tmp-";

  private AtomicFile() {}

  /** What a file is to hold. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything to {@code file}, which does not exist yet. */
    void writeTo(Path file) throws IOException;
  }

  /**
   * Writes {@code target}, making its folder if needed and replacing a file that is there.
   *
   * @throws IOException when it cannot be written; then {@code target} is as it was
   */
  public static void write(Path target, Content content) throws IOException {
    Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    // The final name ends the temporary one, for writers that go by a file's extension.
    Path temporary = folder.resolve(TEMPORARY + UUID.randomUUID() + "-" + target.getFileName());
    try {
      content.writeTo(temporary);
      force(temporary);
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    forceFolder(folder);
  }

  /** Writes {@code text} as UTF-8. */
  public static void write(Path target, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(target, file -> Files.write(file, bytes));
  }

  /** Whether {@code file} has the name of something half-written. */
  static boolean isTemporary(Path file) {
    return file.getFileName().toString().startsWith(TEMPORARY);
  }

  /** Deletes what writers that are gone left half-written, in a folder and all below it. */
  public static void deleteTemporaries(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile() && isTemporary(file)) {
              Files.deleteIfExists(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Makes the new name durable; not every system can open a folder, and then it does without. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notHere) {
      // The file itself is on the disk; only its name may be lost when the power fails right now.
    }
  }
}
