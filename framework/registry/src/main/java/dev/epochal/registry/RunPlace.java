package dev.epochal.registry;

import dev.epochal.core.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a run's folder is sought. */
final class RunPlace {
  private RunPlace() {}

  /**
   * Among the runs that the registry is opened with, since folders may be moved; only when it is
   * not there, where it lay when it was taken in.
   *
   * @param recorded null for runs of a registry that did not keep it yet
   */
  static RunFolder of(Path runs, String id, @Nullable String recorded) {
    RunFolder here = RunFolder.of(runs, id);
    return recorded == null || Files.exists(here.path()) ? here : new RunFolder(Path.of(recorded));
  }
}
