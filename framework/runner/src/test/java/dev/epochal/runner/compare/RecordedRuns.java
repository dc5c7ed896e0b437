package dev.epochal.runner.compare;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.NpyFile;
import dev.epochal.core.data.Split;
import dev.epochal.core.plan.Params;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.Planner;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunId;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.Registry;
import dev.epochal.registry.folder.Processes;
import dev.epochal.registry.folder.RunInputs;
import dev.epochal.registry.folder.RunRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs as training records them, without the training: planned, entered and ended. */
public final class RecordedRuns {
  public static final String SPEC =
      """
      name: tiny
      data: {dataset: digits, subset: {train: 40, validation: 20, test: 20}}
      network:
        layers:
          - {name: hidden, type: dense, nOut: 8, activation: relu}
          - {name: drop, type: dropout, rate: 0.5}
          - {name: out, type: output}
      training: {batchSize: 20, epochs: 3, updater: {type: sgd, learningRate: 0.05}}
      variants:
        wide: {network.layers.hidden.nOut: 16}
        deep: {network.layers.second: {after: hidden, type: dense, nOut: 4}}
        adaptive: {training.updater: {type: adam}, training.earlyStopping.patience: 2}
        gentle: {training.updater.learningRate: 0.01, network: {layers: [{name: drop, rate: 0.1}]}}
      """;

  private final Path home;
  private final List<String> notices = new ArrayList<>();

  public RecordedRuns(Path home) {
    this.home = home;
  }

  public Registry registry() {
    return Registry.in(home.resolve("runs"), notices::add);
  }

  Comparison compare(String... runs) {
    return compare(new Comparer.Request(Arrays.asList(runs), null, List.of(), false));
  }

  Comparison compare(Comparer.Request request) {
    return new Comparer(registry()).compare(request);
  }

  /** What a pair says of the second of two runs. */
  String sentence(String reference, String run) {
    return compare(reference, run).pairs().get(0).sentence();
  }

  public Made run(String name, String... overrides) {
    return new Made(SPEC, name, overrides);
  }

  /** A run of the same spec, in which no variants are written. */
  Made withoutVariants(String name, String... overrides) {
    return new Made(SPEC.substring(0, SPEC.indexOf("variants:")), name, overrides);
  }

  /** A run in the making. */
  public final class Made {
    private final String spec;
    private final String name;
    private final String[] overrides;
    private final SortedMap<String, Double> metrics = new TreeMap<>(Map.of("test.accuracy", 0.5));
    private final SortedMap<String, String> environment =
        new TreeMap<>(
            Map.of(
                "native.threads", "2",
                "cpu.name", "AMD EPYC",
                "memory.bytes", "25276502016",
                "jvm.options", "-Xmx1g",
                "git.commit", "a".repeat(40),
                "git.dirty", "false"));
    private String diff;
    private String fallback;
    private String testSha256;
    private int[] labels = {0, 1, 2, 3};
    private int[] predicted = {0, 1, 2, 0};
    private String hash = "f".repeat(64);
    private RunStatus status = RunStatus.FINISHED;
    private String reason;

    private Made(String spec, String name, String... overrides) {
      this.spec = spec;
      this.name = name;
      this.overrides = overrides;
    }

    public Made metric(String metric, double value) {
      metrics.put(metric, value);
      return this;
    }

    public Made environment(String key, String value) {
      environment.put(key, value);
      return this;
    }

    public Made diff(String text) {
      diff = text;
      return environment("git.dirty", "true");
    }

    public Made fallback(String reason) {
      fallback = reason;
      return this;
    }

    public Made testSha256(String sha256) {
      testSha256 = sha256;
      return this;
    }

    public Made labels(int... classes) {
      labels = classes;
      return this;
    }

    public Made predicted(int... classes) {
      predicted = classes;
      return this;
    }

    public Made hash(char digit) {
      hash = String.valueOf(digit).repeat(64);
      return this;
    }

    public Made ended(RunStatus how) {
      status = how;
      return this;
    }

    public Made failed(String why) {
      reason = why;
      return ended(RunStatus.FAILED);
    }

    /** Records it and returns its id. */
    public String record() throws IOException {
      Path file = Files.writeString(home.resolve("tiny.yaml"), spec);
      PlannedRun planned = Planner.plan(file, Arrays.asList(overrides));
      RunRecord record =
          new RunRecord(
              RunId.random(),
              name,
              "tiny",
              RunStatus.RUNNING,
              planned.plan().seeds().seed(),
              planned.plan().sha256(),
              Instant.now(),
              null,
              null,
              Processes.current(),
              null,
              Params.of(planned.plan()),
              new TreeMap<>(),
              new TreeMap<>(),
              List.of(),
              List.of());
      Registry registry = registry();
      RunRecorder recorder =
          registry.register(
              record,
              named ->
                  RunRecorder.start(
                      home.resolve("runs"),
                      named,
                      new RunInputs(planned.specText(), planned.plan(), environment, diff)));
      recorder.dataset(dataset(planned));
      recorder.record(
          new JournalEntry.Epoch(
              1, Instant.now(), new TreeMap<>(Map.of("validation.loss", 0.5)), hash));
      write(recorder, "labels", labels);
      write(recorder, "predicted", predicted);
      registry.finish(recorder.finish(status, reason, metrics));
      return record.id();
    }

    private void write(RunRecorder recorder, String what, int... values) throws IOException {
      Path file = recorder.folder().predictions(Split.TEST, what);
      Files.createDirectories(file.getParent());
      try (var out = Files.newOutputStream(file)) {
        NpyFile.writeInts(out, values, values.length);
      }
    }

    private DatasetRecord dataset(PlannedRun planned) {
      // Another seed draws other images.
      String sha256 = Long.toHexString(planned.plan().seeds().split()).repeat(4).substring(0, 32);
      TreeMap<String, DatasetRecord.SplitRecord> splits = new TreeMap<>();
      for (Split split : Split.values()) {
        String own = split == Split.TEST && testSha256 != null ? testSha256 : sha256 + split.key();
        int images =
            split == Split.TEST ? labels.length : planned.plan().data().split().used().of(split);
        splits.put(split.key(), new DatasetRecord.SplitRecord(images, own));
      }
      return new DatasetRecord(
          fallback == null ? "digits" : "mnist",
          "digits",
          fallback,
          "generated",
          new ImageShape(1, 28, 28),
          List.of("0", "1"),
          splits,
          0);
    }
  }
}
