package dev.epochal.core.data;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A file that a user points to: what can be wrong with it before its first byte, in words. */
final class DataFile {
  private static final long MIB = 1L << 20;

  private DataFile() {}

  /**
   * Its size.
   *
   * @throws InvalidInputException if it is not there, not a plain file or not to be looked at
   */
  static long size(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        throw broken(file, "is a folder but must be a file", null);
      }
      if (!attributes.isRegularFile()) {
        throw broken(file, "is a device or a pipe but must be a plain file", null);
      }
      return attributes.size();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Refuses what would fill the heap: beside an array of that size there must be room for another,
   * unpacked or converted from it, and for training.
   */
  static void checkRoom(Path file, long bytes) {
    long most = Runtime.getRuntime().maxMemory() / 4;
    if (bytes > most) {
      throw broken(
          file,
          "holds %,d MiB but this program's memory has room for %,d MiB of data"
              .formatted(bytes / MIB, most / MIB),
          "take fewer or smaller images, or a machine with more memory");
    }
  }

  static InvalidInputException broken(Path file, String rule, @Nullable String remedy) {
    return new InvalidInputException(new Problem(file.toString(), "", rule, remedy));
  }

  /** Why a file or folder could not be read, as far as the system says. */
  static InvalidInputException unreadable(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return broken(file, "does not exist", "check data.path, which is relative to its spec");
    }
    if (e instanceof AccessDeniedException) {
      return broken(file, "may not be read by this user", "chmod +r, or ask its owner");
    }
    if (e instanceof FileSystemException system
        && String.valueOf(system.getReason()).contains("symbolic links")) {
      return broken(file, "is a symbolic link that leads in a circle", "link it anew");
    }
    return broken(file, "cannot be read (" + e + ")", null);
  }
}
