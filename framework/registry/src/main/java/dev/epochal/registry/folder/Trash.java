package dev.epochal.registry.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is no longer wanted, until it is gone for good: {@code runs/.trash/}. A folder goes in at
 * once, by one rename, so that a kill leaves it here or there and never half; emptying takes its
 * time and can be gone on with. Links go as links: what they point to is not touched.
 */
public final class Trash {
  private final Path folder;

  /** That of a folder of runs. */
  public Trash(Path runs) {
    folder = runs.resolve(".trash");
  }

  /** Takes in a folder, or a link, of the same disk. */
  public void take(Path entry) throws IOException {
    if (Files.isSymbolicLink(folder)) {
      Files.delete(folder);
    }
    Files.createDirectories(folder);
    String random = UUID.randomUUID().toString().substring(0, 8);
    Files.move(
        entry, folder.resolve(entry.getFileName() + "-" + random), StandardCopyOption.ATOMIC_MOVE);
  }

  /** How many bytes of files lie in it. */
  public long bytes() throws IOException {
    return bytes(folder);
  }

  /** How many bytes of files lie below an entry; none where it is a link, or not there. */
  public static long bytes(Path entry) throws IOException {
    Sizes sizes = new Sizes();
    if (Files.exists(entry, LinkOption.NOFOLLOW_LINKS)) {
      Files.walkFileTree(entry, sizes);
    }
    return sizes.bytes;
  }

  /** Removes everything in it, and returns how many bytes of files that were. */
  public long empty() throws IOException {
    Removal removal = new Removal();
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          Files.walkFileTree(entry, removal);
        }
      }
    }
    return removal.bytes;
  }

  /** Adds up regular files; walking follows no links, and a file that went meanwhile is none. */
  private static class Sizes extends SimpleFileVisitor<Path> {
    long bytes;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      bytes += attributes.isRegularFile() ? attributes.size() : 0;
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
      if (why instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw why;
    }
  }

  private static final class Removal extends Sizes {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return super.visitFile(file, attributes);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException why)
        throws IOException {
      Files.deleteIfExists(directory);
      return super.postVisitDirectory(directory, why);
    }
  }
}
