package dev.epochal.core.sweep;

import dev.epochal.core.run.RecordedFolder;
import java.nio.file.Path;

/**
 * Where what is said of a sweep as a whole lies: {@code <runs>/<id>/}; its trials are runs, with
 * folders of their own.
 *
 * @param path the sweep's own folder
 */
public record SweepFolder(Path path) implements RecordedFolder {

  public static SweepFolder of(Path runs, String id) {
    return new SweepFolder(runs.resolve(id));
  }

  @Override
  public String kind() {
    return "sweep";
  }

  /** {@link SweepRecord}. */
  @Override
  public Path record() {
    return path.resolve("sweep.json");
  }

  /** {@link SweepEntry} after {@link SweepEntry}, a line each. */
  public Path trials() {
    return path.resolve("trials.jsonl");
  }

  /** What the process of a trial printed that was not meant for the sweep. */
  public Path output(int trial) {
    return path.resolve("output").resolve(trial + ".txt");
  }
}
