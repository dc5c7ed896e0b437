package dev.epochal.runner.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.epochal.core.data.NpyFile;
import dev.epochal.core.json.Json;
import dev.epochal.core.planning.Planner;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.engine.network.SavedModel;
import dev.epochal.runner.RunExecutor;
import dev.epochal.runner.RunRequest;
import dev.epochal.runner.SilentListener;
import dev.epochal.runner.StopWish;
import dev.epochal.runner.Workplace;
import dev.epochal.runner.machine.Machine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Real runs of a tiny network, and copies of their folders in which something was changed. */
final class Recordings {
  static final int SIDE = 6;
  static final int CLASSES = 4;
  private static final int IMAGES = 100;

  private static final String SPEC =
      """
      name: tiny
      seed: 3
      data: {dataset: npy, path: data, split: {train: 0.5, validation: 0.25, test: 0.25}}
      network:
        layers:
          - {name: hidden, type: dense, nOut: 8, activation: relu}
          - {name: drop, type: dropout, rate: 0.2}
          - {name: out, type: output}
      training:
        batchSize: 20
        epochs: 4
        updater: {type: adam, learningRate: 0.01}
        checkpoint: {every: 2, keep: 2}
      evaluate: {figures: none}
      """;

  private final Path home;
  private int copies;

  /** Draws the images that the runs learn: what a class is, is one row of it. */
  Recordings(Path home) throws IOException {
    this.home = home;
    Path data = Files.createDirectories(home.resolve("data"));
    byte[] images = new byte[IMAGES * SIDE * SIDE];
    new Random(3).nextBytes(images);
    int[] labels = new int[IMAGES];
    for (int i = 0; i < IMAGES; i++) {
      labels[i] = i % CLASSES;
      Arrays.fill(
          images, (i * SIDE + labels[i]) * SIDE, (i * SIDE + labels[i] + 1) * SIDE, (byte) -1);
    }
    try (OutputStream out = Files.newOutputStream(data.resolve("images.npy"))) {
      NpyFile.beginBytes(out, IMAGES, SIDE, SIDE);
      out.write(images);
    }
    try (OutputStream out = Files.newOutputStream(data.resolve("labels.npy"))) {
      NpyFile.writeInts(out, labels, IMAGES);
    }
  }

  private Workplace workplace() {
    Path runs = home.resolve("runs");
    return Workplace.of(Map.of(), home, runs, runs);
  }

  /** The folder of a run that came to its end, whatever that was. */
  RunFolder run(StopWish stop, String... overrides) throws IOException {
    Path spec = Files.writeString(home.resolve("tiny.yaml"), SPEC);
    RunRequest request =
        new RunRequest(
            Planner.plan(spec, List.of(overrides)), "", workplace(), Machine.here(), home, stop);
    RunRecord run = new RunExecutor(new SilentListener()).execute(request);
    return RunFolder.of(workplace().runs(), run.id());
  }

  /** A verification of all of a run, with the usual tolerance. */
  VerifyResult verify(RunFolder folder) {
    return verify(folder, Integer.MAX_VALUE, 1024, () -> false);
  }

  VerifyResult verify(RunFolder folder, int epochs, long within, StopWish stop) {
    return new Verifier(
            new VerifyRequest(folder, epochs, within, workplace(), Machine.here(), home, stop),
            new SilentListener())
        .verify();
  }

  /** A copy of a run's folder, to be changed. */
  RunFolder copy(RunFolder folder) throws IOException {
    Path to = home.resolve("copy-" + ++copies).resolve(folder.id());
    try (Stream<Path> all = Files.walk(folder.path())) {
      for (Path from : all.toList()) {
        Path target = to.resolve(folder.path().relativize(from));
        if (Files.isDirectory(from)) {
          Files.createDirectories(target);
        } else {
          Files.copy(from, target);
        }
      }
    }
    return new RunFolder(to);
  }

  /** Changes the line of the journal that an epoch is told in. */
  static void epoch(RunFolder folder, int epoch, UnaryOperator<String> change) throws IOException {
    String start = "{\"entry\":\"epoch\",\"epoch\":" + epoch + ",";
    List<String> lines = Files.readAllLines(folder.journal());
    if (lines.stream().noneMatch(line -> line.startsWith(start))) {
      throw new AssertionError("no epoch " + epoch + " in " + lines);
    }
    Files.write(
        folder.journal(),
        lines.stream().map(line -> line.startsWith(start) ? change.apply(line) : line).toList());
  }

  /** Changes {@code run.json}. */
  static void record(RunFolder folder, Consumer<ObjectNode> change) throws IOException {
    ObjectNode run = Json.read(folder.record(), ObjectNode.class);
    change.accept(run);
    Files.writeString(folder.record(), Json.pretty(run));
  }

  /** Changes a model's parameters. */
  static void model(Path file, Consumer<INDArray> change) throws IOException {
    var net = SavedModel.load(file).dl4j();
    change.accept(net.params());
    ModelSerializer.writeModel(net, file.toFile(), false);
  }
}
