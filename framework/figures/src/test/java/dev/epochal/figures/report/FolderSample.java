package dev.epochal.figures.report;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.Split;
import dev.epochal.core.figure.ConfusionMatrices;
import dev.epochal.core.figure.FigureData;
import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.LossHistory;
import dev.epochal.core.json.Json;
import dev.epochal.core.plan.Params;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.Planner;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A run's folder as a run leaves it: what a test changes, then written. */
final class FolderSample {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final List<Double> LOSSES = List.of(1.5, 0.9, 0.8);

  private final Path runs;
  private final String id;
  String name = "sample";
  String description = "a question for the report";
  String learningRate = "0.05";
  String commit = "0a1b2c3d";
  String threads = "2";
  String recordedId;
  boolean prepared = true;
  RunStatus status = RunStatus.FINISHED;
  @Nullable String reason;
  @Nullable String fallback;
  List<String> recordingErrors = List.of();
  List<String> classNames = IntStream.range(0, 10).mapToObj(String::valueOf).toList();

  FolderSample(Path runs, String id) {
    this.runs = runs;
    this.id = id;
    this.recordedId = id;
  }

  RunFolder write() {
    RunFolder folder = RunFolder.of(runs, id);
    try {
      Files.createDirectories(folder.path().resolve("figures"));
      Files.writeString(
          folder.spec(),
          """
          name: sample
          description: %s
          data: {dataset: digits, subset: {train: 200, validation: 100, test: 100}}
          network: {layers: [{name: out, type: output}]}
          training: {batchSize: 50, epochs: 3, updater: {type: sgd, learningRate: %s}}
          """
              .formatted(Json.line(description), learningRate));
      PlannedRun planned = Planner.plan(folder.spec(), List.of());
      Files.writeString(folder.plan(), Json.pretty(planned.plan()));
      Files.writeString(
          folder.environment(),
          Json.pretty(
              Map.of("git.commit", commit, "git.dirty", "false", "native.threads", threads)));
      Files.writeString(folder.journal(), journal());
      Files.writeString(folder.record(), Json.pretty(record(Params.of(planned.plan()))));
      for (FigureData figure : figures()) {
        Files.writeString(folder.figureData(figure.figureName()), Json.pretty(figure));
        // Any picture will do: drawing one takes a second.
        ImageIO.write(
            new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY),
            "png",
            folder.figureDrawing(figure.figureName()).toFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  private RunRecord record(SortedMap<String, String> params) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    if (status == RunStatus.FINISHED) {
      for (Split split : Split.values()) {
        metrics.put(split.key() + ".accuracy", 0.8);
        metrics.put(split.key() + ".loss", 0.75);
      }
    }
    metrics.put("time.train.wall", 61.2);
    metrics.put("time.train.cpu", 100.0);
    SortedMap<String, DatasetRecord.SplitRecord> splits = new TreeMap<>();
    splits.put("train", new DatasetRecord.SplitRecord(200, "a".repeat(64)));
    splits.put("validation", new DatasetRecord.SplitRecord(100, "b".repeat(64)));
    splits.put("test", new DatasetRecord.SplitRecord(100, "c".repeat(64)));
    return new RunRecord(
        recordedId,
        name,
        "sample",
        status,
        1,
        "d".repeat(64),
        START,
        START.plusSeconds(70),
        reason,
        new ProcessRecord("host", 1, START),
        !prepared
            ? null
            : new DatasetRecord(
                fallback == null ? "digits" : "mnist",
                "digits",
                fallback,
                "generated",
                new ImageShape(1, 28, 28),
                classNames,
                splits,
                0),
        params,
        metrics,
        new TreeMap<>(),
        List.of(),
        recordingErrors);
  }

  private static String journal() {
    StringBuilder lines = new StringBuilder();
    for (int epoch = 0; epoch <= LOSSES.size(); epoch++) {
      SortedMap<String, Double> metrics = new TreeMap<>();
      if (epoch > 0) {
        metrics.put("train.loss", LOSSES.get(epoch - 1));
        metrics.put("validation.loss", LOSSES.get(epoch - 1));
        metrics.put("train.accuracy", 0.7);
        metrics.put("validation.accuracy", 0.8);
        metrics.put("train.seconds", 20.0);
        metrics.put("data.seconds", 0.1);
        metrics.put("validation.seconds", 0.3);
      }
      lines
          .append(
              Json.mapper()
                  .valueToTree(new JournalEntry.Epoch(epoch, START, metrics, "e".repeat(64)))
                  .toString())
          .append('\n');
    }
    return lines.toString();
  }

  private List<FigureData> figures() {
    FigureSubject subject = new FigureSubject(name, id, "digits", fallback);
    List<List<Integer>> counts = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      List<Integer> row = new ArrayList<>(Collections.nCopies(10, 0));
      row.set(i, 8);
      row.set((i + 1) % 10, 2);
      counts.add(row);
    }
    return List.of(
        LossHistory.byEpoch(
            subject,
            200,
            100,
            List.of(1, 2, 3),
            LOSSES,
            LOSSES,
            List.of(0.5, 0.6, 0.7),
            List.of(0.5, 0.7, 0.8)),
        new ConfusionMatrices(
            subject, classNames, List.of(new ConfusionMatrices.Panel(Split.TEST, counts))));
  }
}
