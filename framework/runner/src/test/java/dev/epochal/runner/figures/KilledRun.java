package dev.epochal.runner.figures;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.NpyFile;
import dev.epochal.core.data.Split;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.planning.Planner;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.folder.DatasetStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A run of few images that was stopped before its final evaluation. */
final class KilledRun {
  static final int N = 100;

  private KilledRun() {}

  static RunPlan plan(Path runs) throws IOException {
    String spec =
        """
        name: killed
        data: {dataset: digits, subset: {train: 100, validation: 100, test: 100}}
        network:
          layers:
            - {name: conv, type: convolution2d, nOut: 2, kernel: [3, 3]}
            - {name: out, type: output}
        training: {batchSize: 50, epochs: 1}
        """;
    return Planner.plan(Files.writeString(runs.resolve("spec.yaml"), spec), List.of()).plan();
  }

  /** Its images are kept, as those of any run. */
  static RunResults of(Path runs) throws IOException {
    RunFolder folder = RunFolder.of(runs, "0123456789ab");
    Files.createDirectories(folder.path().resolve("figures"));
    DatasetStore store = new DatasetStore(runs);
    SortedMap<String, DatasetRecord.SplitRecord> splits = new TreeMap<>();
    for (Split split : Split.values()) {
      String sha256 = String.valueOf((char) ('a' + split.ordinal())).repeat(64);
      splits.put(split.key(), new DatasetRecord.SplitRecord(N, sha256));
      store.keep(
          sha256,
          file ->
              write(
                  file,
                  out -> {
                    NpyFile.beginBytes(out, N, 1, 28, 28);
                    out.write(new byte[N * 784]);
                  }));
      store.keepLabels(sha256, file -> write(file, out -> NpyFile.writeInts(out, new int[N], N)));
    }
    RunPlan plan = plan(runs);
    DatasetRecord dataset =
        new DatasetRecord(
            "digits",
            "digits",
            null,
            "generated",
            new ImageShape(1, 28, 28),
            IntStream.range(0, 10).mapToObj(String::valueOf).toList(),
            splits,
            0);
    RunRecord record =
        new RunRecord(
            folder.id(),
            "killed",
            "killed",
            RunStatus.KILLED,
            1,
            plan.sha256(),
            Instant.EPOCH,
            Instant.EPOCH,
            null,
            new ProcessRecord("host", 1, Instant.EPOCH),
            dataset,
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(),
            List.of());
    return new RunResults(folder, plan, record, dataset, new History());
  }

  /** What the final evaluation leaves: every image taken for class 1, more surely one by one. */
  static void evaluate(RunResults run, Split split) throws IOException {
    int[] ones = new int[N];
    float[] probabilities = new float[10 * N];
    for (int i = 0; i < N; i++) {
      ones[i] = 1;
      probabilities[10 * i + 1] = 0.5f + 0.004f * i;
    }
    Path file = run.folder().predictions(split, "probabilities");
    Files.createDirectories(file.getParent());
    write(file, out -> NpyFile.writeFloats(out, probabilities, N, 10));
    for (String what : List.of("labels", "predicted", "indices")) {
      int[] values = what.equals("predicted") ? ones : new int[N];
      write(run.folder().predictions(split, what), out -> NpyFile.writeInts(out, values, N));
    }
  }

  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  private static void write(Path file, Content content) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      content.to(out);
    }
  }
}
