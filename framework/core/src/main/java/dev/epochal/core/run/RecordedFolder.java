package dev.epochal.core.run;

import java.nio.file.Path;

/** What the folders of a run and of a sweep have in common: {@code <runs>/<id>/}. */
public interface RecordedFolder {
  /** The folder itself. */
  Path path();

  default String id() {
    return path().getFileName().toString();
  }

  /** In a message, before the id: {@code run} or {@code sweep}. */
  String kind();

  /** What is written at the start and again at the end, as JSON. */
  Path record();

  /** The spec as the user wrote it; a sweep's with what it extends and all its variants. */
  default Path spec() {
    return path().resolve("spec.yaml");
  }

  /** {@link Annotations}: there once somebody added something. */
  default Path annotations() {
    return path().resolve("annotations.json");
  }

  default Path figureData(String figure) {
    return path().resolve("figures").resolve(figure + ".json");
  }

  default Path figureDrawing(String figure) {
    return path().resolve("figures").resolve(figure + ".png");
  }

  /** The page that {@code ./run report} writes. */
  default Path report() {
    return path().resolve("report.html");
  }
}
