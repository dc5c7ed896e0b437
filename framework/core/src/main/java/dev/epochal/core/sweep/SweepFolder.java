package dev.epochal.core.sweep;

import dev.epochal.core.run.Annotations;
import java.nio.file.Path;

/**
 * Where what is said of a sweep as a whole lies: {@code <runs>/<id>/}; its trials are runs, with
 * folders of their own.
 *
 * @param path the sweep's own folder
 */
public record SweepFolder(Path path) {

  public static SweepFolder of(Path runs, String id) {
    return new SweepFolder(runs.resolve(id));
  }

  public String id() {
    return path.getFileName().toString();
  }

  /** {@link SweepRecord}. */
  public Path record() {
    return path.resolve("sweep.json");
  }

  /** The spec that the trials are planned from: with what it extends and all its variants. */
  public Path spec() {
    return path.resolve("spec.yaml");
  }

  /** {@link SweepEntry} after {@link SweepEntry}, a line each. */
  public Path trials() {
    return path.resolve("trials.jsonl");
  }

  /** {@link Annotations}: there once somebody added something. */
  public Path annotations() {
    return path.resolve("annotations.json");
  }

  /** What the process of a trial printed that was not meant for the sweep. */
  public Path output(int trial) {
    return path.resolve("output").resolve(trial + ".txt");
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
}
