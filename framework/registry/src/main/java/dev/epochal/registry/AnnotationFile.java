package dev.epochal.registry;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.Annotations;
import dev.epochal.core.run.RecordedFolder;
import dev.epochal.registry.folder.AtomicFile;
import dev.epochal.registry.folder.Changed;
import dev.epochal.registry.folder.FileTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes what was added to a run or a sweep into its folder. */
final class AnnotationFile {
  private AnnotationFile() {}

  /**
   * Writes the file whole; a change that is killed after its announcement is taken in by whoever
   * comes next.
   *
   * @param announced takes the announcement, to be settled once the database was closed
   * @throws EpochalException when it cannot be written, or nobody would read a file of that length
   */
  static void write(RecordedFolder folder, Annotations after, Consumer<Changed> announced) {
    String json = Json.pretty(after);
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Annotations.MOST_BYTES) {
      throw new EpochalException(
          folder.annotations()
              + " would be "
              + bytes
              + " bytes long, and must be at most "
              + Annotations.MOST_BYTES);
    }
    try {
      announced.accept(Changed.announce(folder));
      AtomicFile.write(folder.annotations(), json);
    } catch (IOException e) {
      throw new EpochalException(
          FileTrouble.sentence("cannot write " + folder.annotations(), e), e);
    }
  }
}
