package dev.epochal.runner.compare;

import dev.epochal.core.run.RunFolder;
import dev.epochal.registry.RunDetail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the specs that runs keep. */
final class SpecTexts {
  /** Many times what is written at a run's start; a folder from elsewhere may hold anything. */
  private static final int LARGEST = 4 << 20;

  /** How the first line of a spec begins that was put together from files and a command line. */
  private static final String MERGED = "# Merged from ";

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

  /**
   * What a spec says, without the files that a merged one quotes: they are not what is asked for.
   */
  static List<String> body(String text) {
    List<String> lines = text.lines().toList();
    if (!text.startsWith(MERGED)) {
      return lines;
    }
    int end = lines.size();
    while (end > 0 && (lines.get(end - 1).isEmpty() || lines.get(end - 1).startsWith("#"))) {
      end--;
    }
    return lines.subList(Math.min(1, end), end);
  }
}
