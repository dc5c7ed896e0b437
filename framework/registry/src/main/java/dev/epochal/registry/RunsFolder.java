package dev.epochal.registry;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.registry.folder.FileTrouble;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder of all runs, looked at before anything is written to it. */
final class RunsFolder {
  /** Below it, not even a run's beginning fits. */
  private static final long LEAST = 1 << 20;

  private RunsFolder() {}

  /** Refuses one that cannot be made or written; makes nothing. */
  static void check(Path runs) {
    Path there = runs.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    String problem = problem(there);
    if (problem != null) {
      throw new EpochalException("cannot record a run in " + runs + ": " + problem);
    }
  }

  private static @Nullable String problem(Path there) {
    try {
      if (!Files.isDirectory(there)) {
        return FileTrouble.advice(new NotDirectoryException(there.toString()));
      }
      if (!Files.isWritable(there)) {
        boolean readOnly = Files.getFileStore(there).isReadOnly();
        return FileTrouble.advice(
            readOnly
                ? new IOException(there + " lies on a Read-only file system")
                : new AccessDeniedException(there.toString()));
      }
      long free = Files.getFileStore(there).getUsableSpace();
      return free >= LEAST
          ? null
          : FileTrouble.advice(
              new IOException("No space left on device: " + (free >> 10) + " KiB are free"));
    } catch (IOException e) {
      return FileTrouble.advice(e);
    }
  }
}
