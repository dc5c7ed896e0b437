package dev.epochal.registry.folder;

import dev.epochal.core.run.RecordedFolder;
import dev.epochal.core.run.RunId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The announcement that a file in the folder of a run, or a sweep, changes although that is over:
 * {@code runs/.changed/<id>-<random>}, empty. It stands from before the change until a database
 * that has taken the change in was closed, so a kill in between is made good by whoever opens the
 * database next. Each change has one of its own, so that nobody takes away another one's.
 *
 * @param marker the file
 */
public record Changed(Path marker) {
  private static final int ID = 12;

  /**
   * Announces a change of the folder's files.
   *
   * @throws IOException when nothing can be written there; then nothing should be changed either
   */
  public static Changed announce(RecordedFolder folder) throws IOException {
    Path markers = folder(Objects.requireNonNull(folder.path().toAbsolutePath().getParent()));
    if (Files.isSymbolicLink(markers)) {
      Files.delete(markers); // nobody would look for announcements there
    }
    Files.createDirectories(markers);
    return new Changed(
        Files.createFile(
            markers.resolve(folder.id() + "-" + UUID.randomUUID().toString().substring(0, 8))));
  }

  /** Every change that was announced among these runs and not taken in for certain. */
  public static List<Changed> in(Path runs) throws IOException {
    List<Changed> found = new ArrayList<>();
    Path markers = folder(runs);
    if (Files.isDirectory(markers, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(markers)) {
        for (Path file : files) {
          if (RunId.isValid(new Changed(file).id())) {
            found.add(new Changed(file));
          }
        }
      }
    }
    return found;
  }

  /** The run's, or the sweep's. */
  public String id() {
    String name = marker.getFileName().toString();
    return name.substring(0, Math.min(ID, name.length()));
  }

  /** Takes the announcement back, once the database that has the change was closed. */
  public void settled() {
    try {
      Files.deleteIfExists(marker);
    } catch (IOException e) {
      // It costs whoever opens the registry next a look into the folder, no more.
    }
  }

  private static Path folder(Path runs) {
    return runs.resolve(".changed");
  }
}
