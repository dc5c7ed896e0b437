package dev.epochal.runner;

import dev.epochal.core.data.Split;
import dev.epochal.core.run.RunFolder;
import dev.epochal.registry.folder.RunRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the process before left in the folder of a run that goes on, and what would be wrong if this
 * one came to no end: the model and the answers of an end that was none.
 */
final class Leftovers {
  /** Before the name of a checkpoint that cannot be read. */
  private static final String UNREADABLE = "unreadable-";

  private Leftovers() {}

  /** Takes it away; what cannot be taken away is told of. */
  static void clear(RunRecorder recorder, ResumePoint point) {
    RunFolder folder = recorder.folder();
    List<Path> files = new ArrayList<>(List.of(folder.finalModel(), folder.report()));
    for (Split split : Split.values()) {
      for (String what : List.of("labels", "predicted", "probabilities", "indices")) {
        files.add(folder.predictions(split, what));
      }
    }
    try {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      // Kept, but under a name that does not pass for the newest checkpoint.
      for (Path later : point.unreadable()) {
        Files.move(later, later.resolveSibling(UNREADABLE + later.getFileName()));
      }
    } catch (IOException e) {
      recorder.failed("what was left over", e);
    }
  }
}
