package dev.epochal.cli;

import dev.epochal.core.problem.EpochalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The class path of DL4J's training UI, which this process keeps off its own. */
final class TrainingClassPath {
  private static final String MAIN = "dev/epochal/ui/training/TrainingUiMain.class";

  private TrainingClassPath() {}

  /**
   * As the launcher wrote it down, or this process's own where that has it.
   *
   * @throws EpochalException when there is none
   */
  static String get() {
    Path written =
        Path.of(System.getProperty("epochal.home", ""), "target", "app", "training-class-path");
    try {
      if (Files.isRegularFile(written)) {
        return Files.readString(written).strip();
      }
    } catch (IOException e) {
      throw new EpochalException("cannot read " + written + ": " + e.getMessage(), e);
    }
    if (ClassLoader.getSystemResource(MAIN) != null) {
      return System.getProperty("java.class.path");
    }
    throw new EpochalException("it was not built: start ./run ui again");
  }
}
