package dev.epochal.registry.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why something could not be written, and what helps, in a person's words. */
public final class FileTrouble {
  private static final String ELSEWHERE = "name another folder with --runs or EPOCHAL_RUNS";

  private FileTrouble() {}

  /** The reason alone: {@code No space left on device}. */
  public static String why(Throwable failure) {
    Throwable cause = root(failure);
    if (cause instanceof AccessDeniedException denied) {
      return denied.getFile() + " may not be written: permission denied";
    }
    if (cause instanceof NoSuchFileException missing) {
      return missing.getFile() + " is not there";
    }
    if (cause instanceof NotDirectoryException || cause instanceof FileAlreadyExistsException) {
      return ((FileSystemException) cause).getFile() + " is in the way: it is no folder";
    }
    if (cause instanceof FileSystemException refused && refused.getReason() != null) {
      return refused.getReason();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  /** {@code what} with the reason and a remedy. */
  public static String sentence(String what, IOException failure) {
    return what + ": " + why(failure) + "; " + remedy(failure);
  }

  /** Whether a disk or a quota is full. */
  public static boolean isFull(Throwable failure) {
    String why = why(failure);
    return why.contains("No space left") || why.contains("quota exceeded");
  }

  private static String remedy(IOException failure) {
    return isFull(failure) ? "make room there, or " + ELSEWHERE : ELSEWHERE;
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null
        && (cause.getCause() instanceof IOException || cause instanceof UncheckedIOException)) {
      cause = cause.getCause();
    }
    return cause;
  }
}
