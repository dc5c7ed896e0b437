package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.json.Json;
import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.RunRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatchUpTest {
  @TempDir Path runs;

  private final List<String> notices = new ArrayList<>();
  private Registry registry;

  @BeforeEach
  void open() {
    registry = Registry.in(runs, notices::add);
  }

  private RunRecord finished(String name) {
    RunRecorder recorder = RunRecorder.start(runs, Fixtures.record(name), Fixtures.inputs());
    recorder.dataset(Fixtures.fallback());
    recorder.record(new JournalEntry.Update(1, Double.NaN));
    recorder.record(Fixtures.epoch(1, 0.5));
    return recorder.finish(RunStatus.FINISHED, null, new TreeMap<>(Map.of("test.accuracy", 0.9)));
  }

  private void write(RunRecord record) throws IOException {
    Path file = RunFolder.of(runs, record.id()).record();
    Files.createDirectories(file.getParent());
    Files.writeString(file, Json.pretty(record));
  }

  @Test
  void aFolderThatNobodyRegisteredIsTakenIn() {
    RunRecord run = finished("copied");
    assertThat(registry.list(10)).extracting(RunSummary::id).containsExactly(run.id());
    assertThat(notices).isEmpty();
  }

  @Test
  void rebuildingGivesTheSameRows() {
    List.of("a", "b", "c").forEach(name -> registry.finish(finished(name)));
    List<String> before =
        Stream.of("a", "b", "c").map(name -> Json.line(registry.show(name))).toList();
    assertThat(registry.reindex()).isEqualTo(3);
    assertThat(List.of("a", "b", "c"))
        .extracting(name -> Json.line(registry.show(name)))
        .isEqualTo(before);
  }

  @Test
  void takingInAgainChangesNothing() {
    RunRecorder recorder = RunRecorder.start(runs, Fixtures.record("live"), Fixtures.inputs());
    recorder.record(new JournalEntry.Update(1, 1));
    RunRecord done = recorder.finish(RunStatus.FINISHED, null, new TreeMap<>());
    registry.finish(done);
    registry.finish(done);
    assertThat(registry.show("live").history().get("iteration.loss").size()).isEqualTo(1);
  }

  @Test
  void aRunWhoseProcessIsGoneHasCrashedInTheRegistryAndInItsFolder() throws Exception {
    RunRecord running = Fixtures.record("dead");
    RunRecorder recorder = RunRecorder.start(runs, running, Fixtures.inputs());
    recorder.record(Fixtures.epoch(1, 0.5));
    recorder.finish(RunStatus.FINISHED, null, new TreeMap<>());
    ProcessRecord gone =
        new ProcessRecord(
            running.process().host(),
            running.process().pid(),
            Instant.parse("2020-01-01T00:00:00Z"));
    write(
        Json.parse(
            Json.line(running).replace(Json.line(running.process()), Json.line(gone)),
            RunRecord.class));

    RunDetail detail = registry.show("dead");
    assertThat(detail.summary().status()).isEqualTo(RunStatus.CRASHED);
    assertThat(detail.summary().ended()).isNotNull();
    assertThat(detail.reason()).contains("ended without a word");
    assertThat(detail.history().get("train.loss").values()).containsExactly(0.5);
    assertThat(Json.read(recorder.folder().record(), RunRecord.class).status())
        .isEqualTo(RunStatus.CRASHED);
  }

  @Test
  void aRunThatLivesIsLeftRunning() {
    RunRecorder.start(runs, Fixtures.record("alive"), Fixtures.inputs());
    assertThat(registry.show("alive").summary().status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void aDamagedRecordIsToldOfAndTheOthersAreListed() throws Exception {
    RunRecord good = finished("good");
    Path bad = Files.createDirectory(runs.resolve("bad000000000"));
    Files.writeString(bad.resolve("run.json"), "{\"id\": \"bad0");
    Path hollow = Files.createDirectory(runs.resolve("bad111111111"));
    Files.writeString(hollow.resolve("run.json"), "{\"id\": \"bad111111111\", \"seed\": 1}");

    assertThat(registry.list(10)).extracting(RunSummary::id).containsExactly(good.id());
    assertThat(notices)
        .hasSize(2)
        .anyMatch(notice -> notice.contains("bad000000000"))
        .anyMatch(notice -> notice.contains("bad111111111"));
  }

  @Test
  void aRecordOfAnotherRunDoesNotTouchThatRun() throws Exception {
    RunRecord victim = finished("victim");
    Path impostor = Files.createDirectory(runs.resolve("ffffffffffff"));
    Files.writeString(impostor.resolve("run.json"), Json.pretty(victim.named("impostor")));
    assertThat(registry.list(10)).extracting(RunSummary::name).containsExactly("victim");
    assertThat(notices).singleElement().asString().contains("the record of another run");
  }

  @Test
  void linksAndForeignNamesAmongTheRunsAreIgnored() throws Exception {
    RunRecord run = finished("real");
    Files.createSymbolicLink(runs.resolve("abcdefabcdef"), runs.resolve(run.id()));
    Files.createDirectory(runs.resolve("datasets"));
    Files.createDirectory(runs.resolve("not an id"));
    assertThat(registry.list(10)).hasSize(1);
    assertThat(notices).isEmpty();
  }

  @Test
  void hostileTextsStayThemselvesAndHostileArtifactsAreLeftOut() throws Exception {
    String text = "'); drop table runs; --<script>\"\\ü\n";
    RunRecord run = finished(text);
    write(
        run.over(
            RunStatus.FAILED,
            text,
            Instant.now(),
            run.metrics(),
            List.of(
                new ArtifactRecord("../../etc/passwd", "model", 1, "0".repeat(64)),
                new ArtifactRecord("model/final.zip", "model", 1, "0".repeat(64))),
            List.of(text)));
    RunDetail detail = registry.show(run.id());
    assertThat(detail.summary().name()).isEqualTo(text);
    assertThat(detail.reason()).isEqualTo(text);
    assertThat(detail.recordingErrors()).containsExactly(text);
    assertThat(detail.artifacts())
        .extracting(ArtifactRecord::name)
        .containsExactly("model/final.zip");
  }

  @Test
  void paramsOfAnyLengthDoNotKeepARunOut() throws Exception {
    RunRecord run = finished("long");
    String json = Json.line(run).replace("\"sgd\"", '"' + "x".repeat(2_000_000) + '"');
    write(Json.parse(json, RunRecord.class));
    assertThat(registry.show("long").summary().params().get("training.updater.type"))
        .hasSize(Sql.LONGEST_TEXT);
  }

  @Test
  void aRegistryThatTwoFoldersOfRunsShareTellsTheirRunsApart() throws Exception {
    Path here = runs.resolve("here");
    Path there = runs.resolve("there");
    Path shared = runs.resolve("team.mv.db");
    Registry ofHere = Registry.at(here, shared, notices::add);
    RunRecorder recorder =
        Registry.at(there, shared, notices::add)
            .register(
                Fixtures.record("theirs"),
                named -> RunRecorder.start(there, named, Fixtures.inputs()));
    recorder.record(Fixtures.epoch(1, 0.5));
    // Ended, but the registry was not told: that of another folder finds out all the same.
    recorder.finish(RunStatus.FINISHED, null, new TreeMap<>());

    RunDetail detail = ofHere.show("theirs");
    assertThat(detail.summary().status()).isEqualTo(RunStatus.FINISHED);
    assertThat(detail.history().get("train.loss").values()).containsExactly(0.5);
    assertThat(detail.folder()).isEqualTo(recorder.folder().path());
    assertThat(ofHere.folder("theirs")).isEqualTo(recorder.folder());
    assertThat(here).doesNotExist();
  }

  @Test
  void aRunWhoseFolderWasDeletedStaysInTheRegistry() throws Exception {
    RunRecord run = finished("deleted");
    registry.list(1);
    Path folder = runs.resolve(run.id());
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    RunDetail detail = registry.show("deleted");
    assertThat(detail.summary().metrics()).containsEntry("test.accuracy", 0.9);
    assertThat(detail.folder()).isEqualTo(folder).doesNotExist();
  }

  @Test
  void aJournalThatWasBegunAgainGoesOnWhereItWas() throws Exception {
    RunRecorder recorder = RunRecorder.start(runs, Fixtures.record("again"), Fixtures.inputs());
    Path journal = recorder.folder().journal();
    String one = Json.line(new JournalEntry.Update(1, 0.75)) + "\n";
    Files.writeString(journal, one + Json.line(new JournalEntry.Update(2, 0.5)) + "\n");
    registry.list(1);
    Files.writeString(journal, Json.line(new JournalEntry.Update(3, 0.25)) + "\n");
    assertThat(registry.show("again").history().get("iteration.loss").values())
        .containsExactly(0.75, 0.5, 0.25);
    recorder.abandon();
  }

  @Test
  void aRunIsShownFromItsFolderAloneAsFromTheRegistry() {
    RunRecord run = finished("alone");
    assertThat(Json.line(Registry.withoutRegistry(runs, run)))
        .isEqualTo(Json.line(registry.show("alone")));
  }

  @Test
  void whatADeadProcessLeftHalfWrittenGoes() throws Exception {
    RunRecord running = Fixtures.record("dead");
    RunRecorder recorder = RunRecorder.start(runs, running, Fixtures.inputs());
    Path half = Files.createDirectory(recorder.folder().path().resolve("model"));
    Files.writeString(half.resolve(".tmp-1234-final.zip"), "half");
    ProcessRecord gone = new ProcessRecord(running.process().host(), 1, Instant.EPOCH);
    write(
        Json.parse(
            Json.line(running).replace(Json.line(running.process()), Json.line(gone)),
            RunRecord.class));
    registry.list(1);
    try (var files = Files.walk(recorder.folder().path())) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith(".tmp-"));
    }
  }
}
