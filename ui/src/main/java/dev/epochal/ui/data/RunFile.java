package dev.epochal.ui.data;

import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.registry.folder.Artifacts;
import dev.epochal.ui.http.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The one way to a file of a run: by the run's id and the name of an artifact as recorded. */
public final class RunFile {
  private RunFile() {}

  /**
   * Where an artifact lies.
   *
   * @param name as the run's record has it, letter by letter: nothing is resolved
   * @throws Refused when the run has no such artifact, or what lies there is no file of the run's
   */
  public static Path find(Runs runs, String id, String name) {
    ArtifactRecord artifact =
        runs.outline(id).artifacts().stream()
            .filter(kept -> kept.name().equals(name))
            .findFirst()
            .orElseThrow(() -> Refused.notFound("run " + id + " has no such artifact"));
    if (!Artifacts.isSafeName(artifact.name())) {
      throw Refused.notFound("run " + id + " has no such artifact"); // a foreign record may lie
    }
    RunFolder folder = runs.folder(id);
    Path file = folder.path().resolve(artifact.name());
    try {
      Path real = file.toRealPath();
      if (real.startsWith(folder.path().toRealPath())
          && real.equals(folder.path().toRealPath().resolve(artifact.name()))
          && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return real;
      }
    } catch (IOException gone) {
      // Said below.
    }
    throw Refused.notFound("the file " + name + " of run " + id + " is gone");
  }
}
