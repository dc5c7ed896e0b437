package dev.epochal.runner.compare;

import dev.epochal.core.run.RunFolder;
import dev.epochal.registry.RunDetail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the specs that runs keep. */
final class SpecTexts {
  /** Many times what is written at a run's start; a folder from elsewhere may hold anything. */
  private static final int LARGEST = 4 << 20;

  private SpecTexts() {}

  /** A run's {@code spec.yaml}; empty when it is gone, or nothing that could be one. */
  static Optional<String> kept(RunDetail run) {
    Path file = new RunFolder(run.folder()).spec();
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LARGEST
          ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
