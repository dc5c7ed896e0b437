package dev.epochal.core.exercise;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Results as a file: JSON, in which each trial is a line, so that a change shows as one. */
public record ResultsFile(Path path) {
  private static final String TRIALS = "trials";

  /** The project's history keeps every version of a picture. */
  private static final long LARGEST = 150_000;

  /** Where the results of an exercise stand, beside its spec. */
  public static ResultsFile of(Path folder, String exercise) {
    return new ResultsFile(folder.resolve("results").resolve(exercise + ".json"));
  }

  /**
   * The results; empty when there are none yet.
   *
   * @throws EpochalException naming the file, when it is not one of ours
   */
  public Optional<ExerciseResults> read() {
    return Files.isRegularFile(path)
        ? Optional.of(Json.read(path, ExerciseResults.class))
        : Optional.empty();
  }

  /** Writes the results in place of those that were there. */
  public void write(ExerciseResults results) {
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, text(results));
    } catch (IOException e) {
      throw new EpochalException("cannot write " + path + ": " + e.getMessage(), e);
    }
  }

  /** Drawings of what was found, beside the file and named after it, by name. */
  public List<Path> drawings() {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(this::isDrawing).sorted().toList();
    } catch (IOException e) {
      throw new EpochalException("cannot read " + path.getParent() + ": " + e.getMessage(), e);
    }
  }

  private boolean isDrawing(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(stem() + "-") && name.endsWith(".png");
  }

  private String stem() {
    return path.getFileName().toString().replaceFirst("\\.json$", "");
  }

  /**
   * Puts drawings in place of those that are there.
   *
   * @param drawn PNG files; those above {@value #LARGEST} bytes stay where they are
   */
  public void draw(List<Path> drawn) {
    try {
      Files.createDirectories(path.getParent());
      for (Path old : drawings()) {
        Files.delete(old);
      }
      for (Path drawing : drawn) {
        if (Files.size(drawing) <= LARGEST) {
          Files.copy(drawing, path.resolveSibling(stem() + "-" + drawing.getFileName()));
        }
      }
    } catch (IOException e) {
      throw new EpochalException(
          "cannot put drawings into " + path.getParent() + ": " + e.getMessage(), e);
    }
  }

  static String text(ExerciseResults results) {
    ObjectNode json = Json.mapper().valueToTree(results);
    ArrayNode trials = (ArrayNode) json.remove(TRIALS);
    String lines =
        StreamSupport.stream(trials.spliterator(), false)
            .map(trial -> "    " + Json.line(trial))
            .collect(Collectors.joining(",\n"));
    String head = Json.pretty(json).stripTrailing();
    return head.substring(0, head.length() - 2) + ",\n  \"trials\" : [\n" + lines + "\n  ]\n}\n";
  }
}
