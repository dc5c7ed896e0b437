package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.run.Series;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.RunRecorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
  @TempDir Path runs;

  private final List<String> notices = new ArrayList<>();
  private Registry registry;

  @BeforeEach
  void open() {
    registry = Registry.in(runs, notices::add);
  }

  private RunRecorder start(RunRecord record) {
    return registry.register(record, named -> RunRecorder.start(runs, named, Fixtures.inputs()));
  }

  @Test
  void anEmptyRegistryListsNothing() {
    assertThat(registry.list(10)).isEmpty();
  }

  @Test
  void aFinishedRunIsListedWithParamsMetricsTagsAndData() {
    RunRecorder recorder = start(Fixtures.record("Run007"));
    recorder.dataset(Fixtures.fallback());
    RunRecord done =
        recorder.finish(RunStatus.FINISHED, null, new TreeMap<>(Map.of("test.accuracy", 0.858)));
    registry.finish(done);

    assertThat(registry.list(10))
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.id()).isEqualTo(done.id());
              assertThat(run.name()).isEqualTo("Run007");
              assertThat(run.experiment()).isEqualTo("baseline");
              assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
              assertThat(run.seed()).isEqualTo(1729);
              assertThat(run.durationSeconds()).isPositive();
              assertThat(run.params()).contains(entry("training.batchSize", "64"));
              assertThat(run.metrics()).containsExactly(entry("test.accuracy", 0.858));
              assertThat(run.tags()).containsExactly(entry("course", "intro"));
              assertThat(run.dataset()).isEqualTo(new DatasetUse("mnist", "digits", "no network"));
            });
  }

  @Test
  void theNewestRunsComeFirstAndNoMoreThanAskedFor() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    for (int i = 0; i < 4; i++) {
      start(Fixtures.record("00000000000" + i, "run" + i, start.plusSeconds(i)));
    }
    assertThat(registry.list(3))
        .extracting(RunSummary::name)
        .containsExactly("run3", "run2", "run1");
  }

  @Test
  void aRunningRunShowsWhatItsJournalHasByNow() throws Exception {
    RunRecorder recorder = start(Fixtures.record("live"));
    recorder.record(new JournalEntry.Update(1, 2.3));
    recorder.record(Fixtures.epoch(1, 2.25));
    assertThat(eventualHistory("live", "train.loss", 1).values()).containsExactly(2.25);

    recorder.record(new JournalEntry.Update(2, 1.9));
    recorder.record(Fixtures.epoch(2, 1.75));
    assertThat(eventualHistory("live", "train.loss", 2).values()).containsExactly(2.25, 1.75);
    assertThat(registry.show("live").summary().status()).isEqualTo(RunStatus.RUNNING);
    recorder.finish(RunStatus.FINISHED, null, new TreeMap<>());
  }

  private Series eventualHistory(String run, String metric, int size) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      Series series = registry.show(run).history().get(metric);
      if (series != null && series.size() >= size) {
        return series;
      }
      Thread.sleep(20);
    }
    throw new AssertionError(metric + " never reached " + size + " points");
  }

  @Test
  void theDetailHasHistoryHashesEnvironmentDatasetAndArtifacts() {
    RunRecorder recorder = start(Fixtures.record("full"));
    recorder.dataset(Fixtures.fallback());
    recorder.keep(
        recorder.folder().finalModel(), file -> Files.writeString(file, "not really a model"));
    recorder.record(Fixtures.epoch(0, 9));
    recorder.record(new JournalEntry.Update(1, 2.5));
    recorder.record(new JournalEntry.Update(2, 2.25));
    recorder.record(Fixtures.epoch(1, 2.4));
    registry.finish(recorder.finish(RunStatus.FAILED, "it broke", new TreeMap<>()));

    RunDetail detail = registry.show("full");
    assertThat(detail.reason()).isEqualTo("it broke");
    assertThat(detail.history().get("iteration.loss").steps()).containsExactly(1, 2);
    assertThat(detail.history().get("iteration.loss").values()).containsExactly(2.5, 2.25);
    assertThat(detail.hashes()).containsKeys(0, 1).containsEntry(1, "1".repeat(64));
    assertThat(detail.environment().at("/cpu/cores").asInt()).isEqualTo(2);
    assertThat(detail.dataset()).isEqualTo(Fixtures.fallback());
    assertThat(detail.artifacts())
        .extracting(ArtifactRecord::name)
        .containsExactly(
            "environment.json",
            "git.diff",
            "journal.jsonl",
            "model/final.zip",
            "plan.json",
            "spec.yaml");
  }

  @Test
  void samplesOfTheMachineAreSeriesOverSeconds() {
    RunRecorder recorder = start(Fixtures.record("sampled"));
    recorder.record(
        new JournalEntry.SystemSample(0, new TreeMap<>(Map.of("system.gc.count", 0.0))));
    recorder.record(
        new JournalEntry.SystemSample(
            1, new TreeMap<>(Map.of("system.gc.count", 2.0, "system.cpu", 187.5))));
    registry.finish(recorder.finish(RunStatus.FINISHED, null, new TreeMap<>()));

    Map<String, Series> history = registry.show("sampled").history();
    assertThat(history.get("system.gc.count").steps()).containsExactly(0, 1);
    assertThat(history.get("system.cpu").steps()).containsExactly(1);
    assertThat(history.get("system.cpu").values()).containsExactly(187.5);
  }

  @Test
  void theDetailAsJsonKeepsTheContract() throws Exception {
    RunRecorder recorder = start(Fixtures.record("json"));
    recorder.dataset(Fixtures.fallback());
    recorder.record(Fixtures.epoch(1, Double.NaN));
    registry.finish(
        recorder.finish(
            RunStatus.FINISHED,
            null,
            new TreeMap<>(Map.of("test.loss", Double.POSITIVE_INFINITY))));

    JsonNode json = Json.mapper().readTree(Json.line(registry.show("json")));
    assertThat(json.fieldNames())
        .toIterable()
        .contains(
            "id",
            "name",
            "experiment",
            "sweep",
            "status",
            "seed",
            "started",
            "ended",
            "durationSeconds",
            "params",
            "metrics",
            "tags",
            "history",
            "artifacts",
            "hashes",
            "environment",
            "dataset",
            "notes");
    assertThat(json.get("sweep").isNull()).isTrue();
    assertThat(json.at("/history/train.loss").toString()).isEqualTo("[[1,\"NaN\"]]");
    assertThat(json.at("/metrics/test.loss").asText()).isEqualTo("Infinity");
    assertThat(json.at("/dataset/splits/train/n").asInt()).isEqualTo(10);
    assertThat(json.at("/started").asText()).endsWith("Z");
  }

  @Test
  void numbersThatAreNotFiniteStayThemselves() {
    RunRecorder recorder = start(Fixtures.record("diverged"));
    recorder.record(new JournalEntry.Update(1, Double.POSITIVE_INFINITY));
    recorder.record(new JournalEntry.Update(2, Double.NEGATIVE_INFINITY));
    recorder.record(new JournalEntry.Update(3, Double.NaN));
    registry.finish(
        recorder.finish(RunStatus.FINISHED, null, new TreeMap<>(Map.of("test.loss", Double.NaN))));

    RunDetail detail = registry.show("diverged");
    assertThat(detail.history().get("iteration.loss").values())
        .containsExactly(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN);
    assertThat(detail.summary().metrics()).containsEntry("test.loss", Double.NaN);
  }
}
