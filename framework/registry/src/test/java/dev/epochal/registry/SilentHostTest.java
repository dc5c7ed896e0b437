package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.json.Json;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunId;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.Processes;
import dev.epochal.registry.folder.RunRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of another host, of whose process nothing is known but what it writes. */
final class SilentHostTest {
  @TempDir Path runs;

  private final List<String> notices = new ArrayList<>();
  private Registry registry;

  @BeforeEach
  void open() {
    registry = Registry.in(runs, notices::add);
  }

  /** A run of another host that began some time ago and wrote its journal last some time ago. */
  private RunRecorder run(Duration age, Duration silence) throws Exception {
    Instant now = Instant.now();
    RunRecord here = Fixtures.record(RunId.random(), "far", now.minus(age));
    ProcessRecord there = new ProcessRecord("elsewhere", 7, here.started());
    RunRecord far =
        Json.parse(
            Json.line(here).replace(Json.line(here.process()), Json.line(there)), RunRecord.class);
    RunRecorder recorder = RunRecorder.start(runs, far, Fixtures.inputs());
    Path journal = recorder.folder().journal();
    Files.writeString(journal, Json.line(Fixtures.epoch(1, 0.5)) + "\n");
    Files.setLastModifiedTime(journal, FileTime.from(now.minus(silence)));
    return recorder;
  }

  private RunStatus status(RunRecorder recorder) {
    return registry.show(recorder.record().id()).summary().status();
  }

  @Test
  void aRunThatWroteAMomentAgoIsRunning() throws Exception {
    assertThat(status(run(Duration.ofDays(3), Duration.ofMinutes(4)))).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void anOldRunMayBeSilentForAHundredthOfItsAge() throws Exception {
    assertThat(status(run(Duration.ofHours(100), Duration.ofMinutes(64))))
        .isEqualTo(RunStatus.RUNNING);
    assertThat(status(run(Duration.ofHours(100), Duration.ofMinutes(66))))
        .isEqualTo(RunStatus.CRASHED);
  }

  @Test
  void aRunThatIsSilentForLongHasCrashedAndKeepsItsHistory() throws Exception {
    RunRecorder recorder = run(Duration.ofMinutes(30), Duration.ofMinutes(20));
    RunDetail detail = registry.show("far");

    assertThat(notices).isEmpty();
    assertThat(detail.summary().status()).isEqualTo(RunStatus.CRASHED);
    assertThat(detail.reason())
        .startsWith("no sign of life from host elsewhere (process 7) since ");
    assertThat(detail.summary().ended()).isNull();
    assertThat(detail.history().get("train.loss").values()).containsExactly(0.5);
    assertThat(registry.record(recorder.folder()).reason()).isEqualTo(detail.reason());
    // Whoever wants to go on with it may.
    Resumable.check(registry.record(recorder.folder()));
    // Nobody here may say how a run of another host ended.
    assertThat(recordOf(recorder).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void aSignOfLifeBringsItBack() throws Exception {
    RunRecorder recorder = run(Duration.ofMinutes(30), Duration.ofMinutes(20));
    assertThat(status(recorder)).isEqualTo(RunStatus.CRASHED);
    Files.writeString(
        recorder.folder().journal(),
        Json.line(Fixtures.epoch(2, 0.25)) + "\n",
        java.nio.file.StandardOpenOption.APPEND);

    RunDetail detail = registry.show("far");
    assertThat(detail.summary().status()).isEqualTo(RunStatus.RUNNING);
    assertThat(detail.reason()).isNull();
    assertThat(detail.history().get("train.loss").values()).containsExactly(0.5, 0.25);
  }

  @Test
  void itsOwnEndCountsEvenIfNobodyTellsTheRegistry() throws Exception {
    RunRecorder recorder = run(Duration.ofMinutes(30), Duration.ofMinutes(20));
    assertThat(status(recorder)).isEqualTo(RunStatus.CRASHED);
    recorder.finish(RunStatus.FINISHED, null, new TreeMap<>(Map.of("test.accuracy", 0.9)));

    RunSummary run = registry.show("far").summary();
    assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(run.metrics()).containsEntry("test.accuracy", 0.9);
    assertThat(run.ended()).isNotNull();
    assertThat(notices).isEmpty();
  }

  @Test
  void itMayBeDeletedAndItsFolderStaysSinceItMayGoOn() throws Exception {
    RunRecorder recorder = run(Duration.ofMinutes(30), Duration.ofMinutes(20));
    RunStatus[] seen = new RunStatus[1];
    registry.annotate(
        List.of("far"),
        (run, was) -> {
          seen[0] = run.status();
          return was.deletedAt(Instant.now());
        });
    assertThat(seen).containsExactly(RunStatus.CRASHED);

    assertThat(registry.removeDeleted().runs()).isEmpty();
    assertThat(recorder.folder().record()).exists();
    assertThat(notices)
        .singleElement()
        .asString()
        .contains("nobody here knows whether it goes on on host elsewhere; if it does not, remove ")
        .endsWith(recorder.folder().path().toString());
  }

  /** Whoever wanted to go on with it took that back: what its host wrote is there again. */
  @Test
  void aResumptionThatIsTakenBackLeavesItsRecordAsItWas() throws Exception {
    RunRecorder recorder = run(Duration.ofMinutes(30), Duration.ofMinutes(20));
    RunFolder folder = recorder.folder();
    byte[] record = Files.readAllBytes(folder.record());
    byte[] journal = Files.readAllBytes(folder.journal());
    RunRecorder.resume(
            folder,
            registry.record(folder),
            new JournalEntry.Resumed(Instant.now(), 0, 0, Processes.current(), new TreeMap<>()))
        .abandon();
    assertThat(folder.record()).hasBinaryContent(record);
    assertThat(folder.journal()).hasBinaryContent(journal);
  }

  private static RunRecord recordOf(RunRecorder recorder) throws IOException {
    RunFolder folder = recorder.folder();
    return Json.read(folder.record(), RunRecord.class);
  }
}
