package dev.epochal.registry.folder;

import dev.epochal.core.run.RunFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/**
 * Room on the disk that a run holds until it ends, so that a disk that fills up meanwhile still
 * takes the end of its journal and its final record.
 */
final class Reserve {
  /** For the journal's end; the record, with a metric or ten per class, gets as much. */
  static final int HALF = 1 << 18;

  private final Path file;

  private Reserve(Path file) {
    this.file = file;
  }

  /** Takes the room; without it a run had better not begin. */
  static Reserve in(RunFolder folder) throws IOException {
    Path file = file(folder);
    byte[] room = new byte[2 * HALF];
    // Not zeros, which some file systems do not store.
    new Random(1).nextBytes(room);
    Files.write(file, room);
    return new Reserve(file);
  }

  static Path file(RunFolder folder) {
    return folder.path().resolve(AtomicFile.TEMPORARY + "reserve");
  }

  /** Gives half of it back. */
  void halve() {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(HALF);
    } catch (IOException gone) {
      // Somebody took it, or the whole folder.
    }
  }

  /** Gives all of it back. */
  void release() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // What is written next will say what is wrong with this place.
    }
  }
}
