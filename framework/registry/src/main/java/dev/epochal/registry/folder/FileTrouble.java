package dev.epochal.registry.folder;

import java.io.EOFException;
import java.io.IOException;
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
    if (cause instanceof EOFException) {
      return "the file ends too early";
    }
    if (cause instanceof FileSystemException refused && refused.getReason() != null) {
      return refused.getReason();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  /** {@code what} with the reason and a remedy. */
  public static String sentence(String what, IOException failure) {
    return what + ": " + advice(failure);
  }

  /** The reason with a remedy. */
  public static String advice(Throwable failure) {
    return why(failure) + "; " + (isFull(failure) ? "make room there, or " : "") + ELSEWHERE;
  }

  /** Whether the place is at fault (full, read-only, not ours) and not what stands in a file. */
  public static boolean isOfThePlace(Throwable failure) {
    String why = why(failure);
    return isFull(failure)
        || root(failure) instanceof AccessDeniedException
        || why.contains("Permission denied")
        || why.contains("Read-only file system")
        || why.contains("No locks available");
  }

  /** Whether a disk or a quota is full. */
  public static boolean isFull(Throwable failure) {
    String why = why(failure);
    return why.contains("No space left") || why.contains("quota exceeded");
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure;
    // H2's exceptions can be causes of each other.
    for (int depth = 0; cause.getCause() != null && depth < 20; depth++) {
      cause = cause.getCause();
    }
    return cause;
  }
}
