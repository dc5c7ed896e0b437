package dev.epochal.runner.sweep;

import java.nio.file.Files;
import java.nio.file.Path;

/** The process of a trial that a Ctrl-C ends before it has recorded anything. */
final class InterruptedTrial {
  private static final int SIGINT = 130;

  private InterruptedTrial() {}

  /** Leaves a file, as the signal that went to the whole terminal would be seen, and dies. */
  public static void main(String... arguments) throws Exception {
    Files.createFile(Path.of(arguments[0]));
    Runtime.getRuntime().halt(SIGINT);
  }
}
