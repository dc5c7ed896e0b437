package dev.epochal.cli;

import dev.epochal.core.data.NpyFile;
import dev.epochal.core.data.Split;
import dev.epochal.core.figure.ConfusionMatrices;
import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.registry.folder.DatasetStore;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Eight validation images of two classes, and what a model said of them. */
final class SeededPredictions {
  static final DatasetRecord.SplitRecord VALIDATION =
      new DatasetRecord.SplitRecord(8, "1".repeat(64));

  private static final int[] LABELS = {0, 0, 0, 0, 1, 1, 1, 1};

  private SeededPredictions() {}

  /**
   * Writes them into a run's folder, and the images beside it.
   *
   * @param wrong positions of the images that the model took for the other class
   */
  static void write(RunFolder folder, int... wrong) throws IOException {
    int[] predicted = LABELS.clone();
    float[] probabilities = new float[2 * LABELS.length];
    for (int position : wrong) {
      predicted[position] = 1 - predicted[position];
    }
    for (int i = 0; i < LABELS.length; i++) {
      float confidence = 0.6f + 0.05f * i;
      probabilities[2 * i + predicted[i]] = confidence;
      probabilities[2 * i + 1 - predicted[i]] = 1 - confidence;
    }
    ints(folder.predictions(Split.VALIDATION, "labels"), LABELS);
    ints(folder.predictions(Split.VALIDATION, "predicted"), predicted);
    ints(
        folder.predictions(Split.VALIDATION, "indices"),
        IntStream.range(100, 100 + LABELS.length).toArray());
    try (OutputStream out = open(folder.predictions(Split.VALIDATION, "probabilities"))) {
      NpyFile.writeFloats(out, probabilities, LABELS.length, 2);
    }
    DatasetStore.beside(folder)
        .keep(
            VALIDATION.sha256(),
            file -> {
              try (OutputStream out = open(file)) {
                NpyFile.beginBytes(out, LABELS.length, 1, 28, 28);
                for (int i = 0; i < LABELS.length * 784; i++) {
                  out.write(i % 251);
                }
              }
            });
  }

  /** A figure with its data. */
  static void writeFigure(RunFolder folder) throws IOException {
    ImageIO.write(
        new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB),
        "png",
        folder.figureDrawing(ConfusionMatrices.NAME).toFile());
    List<List<Integer>> counts = List.of(List.of(3, 1), List.of(1, 3));
    Files.writeString(
        folder.figureData(ConfusionMatrices.NAME),
        Json.pretty(
            new ConfusionMatrices(
                new FigureSubject("first", folder.id(), "digits", null),
                List.of("0", "1"),
                List.of(
                    new ConfusionMatrices.Panel(Split.TRAIN, counts),
                    new ConfusionMatrices.Panel(Split.VALIDATION, counts)))));
  }

  private static void ints(Path file, int[] values) throws IOException {
    try (OutputStream out = open(file)) {
      NpyFile.writeInts(out, values, values.length);
    }
  }

  private static OutputStream open(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.newOutputStream(file);
  }
}
