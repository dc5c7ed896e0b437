package dev.epochal.runner;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.LabeledImages;
import dev.epochal.core.data.NpyFile;
import dev.epochal.core.data.Split;
import dev.epochal.core.figure.FigureData;
import dev.epochal.core.json.Json;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.run.CheckpointName;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.stats.Predictions;
import dev.epochal.engine.dataset.PreparedData;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.network.ParameterSnapshot;
import dev.epochal.engine.train.Checkpoint;
import dev.epochal.engine.train.TrainingState;
import dev.epochal.figures.Figures;
import dev.epochal.registry.folder.AtomicFile;
import dev.epochal.registry.folder.DatasetStore;
import dev.epochal.registry.folder.RunRecorder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** What a run keeps beside its record: each file whole or not at all. */
final class RunFiles {
  private final RunFolder folder;
  private final Keeper keeper;
  private final BiConsumer<String, Throwable> failures;

  /** Of a run that goes on: what cannot be kept stops nothing. */
  RunFiles(RunRecorder recorder) {
    this.folder = recorder.folder();
    this.keeper = recorder::keep;
    this.failures = recorder::failed;
  }

  /** Of a run that is over: what cannot be kept is for the keeper to say. */
  RunFiles(RunFolder folder, Keeper keeper) {
    this.folder = folder;
    this.keeper = keeper;
    this.failures = (what, why) -> {};
  }

  /** Writes a file whole or not at all; says whether it could. */
  interface Keeper {
    boolean keep(Path file, AtomicFile.Content content);
  }

  /** Something that writes to a stream. */
  private interface Output {
    void to(OutputStream out) throws IOException;
  }

  /** The images and labels of each split, once per fingerprint. */
  void images(PreparedData data, DatasetStore store) {
    data.record()
        .splits()
        .forEach(
            (key, split) -> {
              int[] rows = data.splits().of(Split.of(key));
              try {
                store.keep(split.sha256(), stream(out -> writeImages(out, data.images(), rows)));
                store.keepLabels(split.sha256(), stream(out -> writeLabels(out, data, rows)));
              } catch (RuntimeException | OutOfMemoryError e) {
                failures.accept("images of " + key, e);
              }
            });
  }

  private static void writeLabels(OutputStream out, PreparedData data, int[] rows)
      throws IOException {
    int[] labels = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = data.images().labels()[rows[i]];
    }
    NpyFile.writeInts(out, labels, rows.length);
  }

  /** Image after image: a split may be as large as what is free of the heap. */
  static void writeImages(OutputStream out, LabeledImages images, int... rows) throws IOException {
    ImageShape shape = images.shape();
    NpyFile.beginBytes(out, rows.length, shape.channels(), shape.height(), shape.width());
    for (int row : rows) {
      out.write(images.pixels(), row * shape.size(), shape.size());
    }
  }

  /** A model, of parameters that are copied now; says whether it could be written. */
  boolean model(Path file, Network network, Supplier<ParameterSnapshot> parameters) {
    return keeper.keep(file, stream(out -> network.writeModel(parameters.get(), out)));
  }

  /** A training state; says whether it could be written. */
  boolean checkpoint(CheckpointName name, TrainingState state, RunPlan plan) {
    return keeper.keep(
        folder.checkpoints().resolve(name.file()),
        stream(out -> Checkpoint.write(state, plan, out)));
  }

  void predictions(Split split, Predictions answers) {
    int n = answers.n();
    keep(split, "labels", out -> NpyFile.writeInts(out, answers.labels(), n));
    keep(split, "predicted", out -> NpyFile.writeInts(out, answers.predicted(), n));
    keep(split, "indices", out -> NpyFile.writeInts(out, answers.indices(), n));
    keep(
        split,
        "probabilities",
        out -> NpyFile.writeFloats(out, answers.probabilities(), n, answers.classes()));
  }

  private void keep(Split split, String what, Output output) {
    keeper.keep(folder.predictions(split, what), stream(output));
  }

  /** A figure's data alone. */
  void figureData(FigureData figure) {
    keeper.keep(
        folder.figureData(figure.figureName()),
        file -> Files.writeString(file, Json.pretty(figure)));
  }

  /** A figure's data, then its drawing: without fonts the data are there all the same. */
  void figure(FigureData figure) {
    figureData(figure);
    keeper.keep(
        folder.figureDrawing(figure.figureName()), file -> Files.write(file, Figures.png(figure)));
  }

  private static AtomicFile.Content stream(Output output) {
    return file -> {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
        output.to(out);
      }
    };
  }
}
