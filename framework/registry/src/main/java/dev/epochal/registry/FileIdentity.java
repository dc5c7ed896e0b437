package dev.epochal.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Which file lies at a path, so that one that was put in its place can be told from it.
 *
 * @param key the file system's; null when nothing lies there, or it has no keys
 */
record FileIdentity(@Nullable Object key) {
  static FileIdentity of(Path path) {
    try {
      return new FileIdentity(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
    } catch (IOException notThere) {
      return new FileIdentity(null);
    }
  }
}
