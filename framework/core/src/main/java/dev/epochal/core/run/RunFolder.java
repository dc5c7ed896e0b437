package dev.epochal.core.run;

import dev.epochal.core.data.Split;
import java.nio.file.Path;

/**
 * Where everything of a run lies: {@code <runs>/<id>/}.
 *
 * @param path the run's own folder
 */
public record RunFolder(Path path) {

  public static RunFolder of(Path runs, String id) {
    return new RunFolder(runs.resolve(id));
  }

  public String id() {
    return path.getFileName().toString();
  }

  /** The spec as the user wrote it. */
  public Path spec() {
    return path.resolve("spec.yaml");
  }

  /** The resolved plan. */
  public Path plan() {
    return path.resolve("plan.json");
  }

  /** {@link RunRecord}. */
  public Path record() {
    return path.resolve("run.json");
  }

  /** {@link Annotations}: there once somebody added something. */
  public Path annotations() {
    return path.resolve("annotations.json");
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

  public Path figureData(String figure) {
    return path.resolve("figures").resolve(figure + ".json");
  }

  public Path figureDrawing(String figure) {
    return path.resolve("figures").resolve(figure + ".png");
  }

  /** The page that {@code ./run report} writes. */
  public Path report() {
    return path.resolve("report.html");
  }

  /** {@code what}: labels, predicted, probabilities or indices. */
  public Path predictions(Split split, String what) {
    return path.resolve("predictions").resolve(split.key() + "-" + what + ".npy");
  }
}
