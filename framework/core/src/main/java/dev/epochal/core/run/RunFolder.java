package dev.epochal.core.run;

import dev.epochal.core.data.Split;
import java.nio.file.Path;

/**
 * Where everything of a run lies: {@code <runs>/<id>/}.
 *
 * @param path the run's own folder
 */
public record RunFolder(Path path) implements RecordedFolder {

  public static RunFolder of(Path runs, String id) {
    return new RunFolder(runs.resolve(id));
  }

  @Override
  public String kind() {
    return "run";
  }

  /** The resolved plan. */
  public Path plan() {
    return path.resolve("plan.json");
  }

  /** {@link RunRecord}. */
  @Override
  public Path record() {
    return path.resolve("run.json");
  }

  public Path environment() {
    return path.resolve("environment.json");
  }

  /** {@link JournalEntry} after {@link JournalEntry}, a line each: what survives a kill. */
  public Path journal() {
    return path.resolve("journal.jsonl");
  }

  public Path log() {
    return path.resolve("log.txt");
  }

  /** {@link UiSession}: there once something was recorded for DL4J's training UI. */
  public Path uiSession() {
    return path.resolve("training-ui.bin");
  }

  /** Lies there while somebody asks the run to stop. */
  public Path stopRequest() {
    return path.resolve(".stop");
  }

  /** Uncommitted changes of the working tree that the run was started in. */
  public Path gitDiff() {
    return path.resolve("git.diff");
  }

  public Path finalModel() {
    return path.resolve("model").resolve("final.zip");
  }

  public Path bestModel() {
    return path.resolve("model").resolve("best.zip");
  }

  /** Where training states lie, by {@link CheckpointName}. */
  public Path checkpoints() {
    return path.resolve("checkpoints");
  }

  /** {@code what}: labels, predicted, probabilities or indices. */
  public Path predictions(Split split, String what) {
    return path.resolve("predictions").resolve(split.key() + "-" + what + ".npy");
  }
}
