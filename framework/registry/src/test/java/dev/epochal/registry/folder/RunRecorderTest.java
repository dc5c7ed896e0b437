package dev.epochal.registry.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.json.Json;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecorderTest {
  @TempDir Path runs;

  private RunRecorder start() {
    return RunRecorder.start(runs, Fixtures.record("one"), Fixtures.inputs());
  }

  @Test
  void theFolderOfARunningRunIsCompleteButForItsEnd() throws Exception {
    RunRecorder recorder = start();
    assertThat(recorder.folder().spec()).hasContent("name: baseline");
    assertThat(Json.read(recorder.folder().plan(), RunPlan.class)).isEqualTo(Fixtures.plan());
    assertThat(recorder.folder().environment()).content().contains("17.0.15");
    assertThat(recorder.folder().gitDiff()).exists();
    assertThat(Json.read(recorder.folder().record(), RunRecord.class)).isEqualTo(recorder.record());
    recorder.finish(RunStatus.KILLED, "asked to stop", new TreeMap<>());
  }

  @Test
  void theJournalIsOnTheDiskSoonAfterAnEpoch() throws Exception {
    RunRecorder recorder = start();
    recorder.record(new JournalEntry.Update(1, 2.5));
    recorder.record(Fixtures.epoch(1, 2.5));
    long deadline = System.nanoTime() + 5_000_000_000L;
    while (JournalReader.read(recorder.folder().journal(), 0).entries().size() < 2
        && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
    assertThat(JournalReader.read(recorder.folder().journal(), 0).entries())
        .containsExactly(new JournalEntry.Update(1, 2.5), Fixtures.epoch(1, 2.5));
    recorder.finish(RunStatus.FINISHED, null, new TreeMap<>());
  }

  @Test
  void theFinalRecordListsWhatTheRunKeptAndStandsInTheFolder() throws Exception {
    RunRecorder recorder = start();
    assertThat(
            recorder.keep(
                recorder.folder().figureData("loss"), file -> Files.writeString(file, "abc")))
        .isTrue();
    Path secret = Files.writeString(runs.resolve("secret"), "of somebody else");
    Files.createSymbolicLink(recorder.folder().path().resolve("link"), secret);
    Files.writeString(recorder.folder().path().resolve(".tmp-half-written"), "x");
    RunRecord done =
        recorder.finish(RunStatus.FINISHED, null, new TreeMap<>(Map.of("test.accuracy", 0.9)));

    assertThat(Json.read(recorder.folder().record(), RunRecord.class)).isEqualTo(done);
    assertThat(done.recordingErrors()).isEmpty();
    assertThat(done.artifacts())
        .extracting(ArtifactRecord::name)
        .doesNotContain("link", ".tmp-half-written", "run.json")
        .contains("spec.yaml", "journal.jsonl");
    assertThat(done.artifacts())
        .contains(
            new ArtifactRecord(
                "figures/loss.json",
                "figure-data",
                3,
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    List<JournalEntry> entries = JournalReader.read(recorder.folder().journal(), 0).entries();
    assertThat(entries).singleElement().isInstanceOf(JournalEntry.Ended.class);
  }

  @Test
  void anIdThatHasAFolderIsRefusedAndTheFolderLeftAlone() throws Exception {
    RunRecorder first = start();
    assertThatThrownBy(() -> RunRecorder.start(runs, first.record(), Fixtures.inputs()))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining(first.folder().path().toString())
        .hasMessageContaining("exists already");
    assertThat(first.folder().record()).exists();
    first.finish(RunStatus.FINISHED, null, new TreeMap<>());
  }

  @Test
  void runsThatCannotBeAFolderAreNamed() throws Exception {
    Path file = Files.writeString(runs.resolve("file"), "in the way");
    assertThatThrownBy(() -> RunRecorder.start(file, Fixtures.record("one"), Fixtures.inputs()))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aFileThatCannotBeWrittenBecomesARecordingError() {
    RunRecorder recorder = start();
    boolean kept =
        recorder.keep(
            recorder.folder().bestModel(),
            file -> {
              Files.writeString(file, "half");
              throw new IOException("No space left on device");
            });
    RunRecord done = recorder.finish(RunStatus.FINISHED, null, new TreeMap<>());
    assertThat(kept).isFalse();
    assertThat(recorder.folder().bestModel().getParent()).isEmptyDirectory();
    assertThat(done.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(done.recordingErrors())
        .singleElement()
        .asString()
        .contains("model/best.zip", "No space left on device");
  }

  @Test
  void aFolderThatVanishesWhileTrainingDoesNotStopTheRun() throws Exception {
    RunRecorder recorder = start();
    try (var files = Files.list(recorder.folder().path())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(recorder.folder().path());
    Files.writeString(recorder.folder().path(), "no folder can be made here");
    recorder.record(new JournalEntry.Update(1, 1));
    RunRecord done =
        recorder.finish(RunStatus.FINISHED, null, new TreeMap<>(Map.of("test.loss", 1.0)));
    assertThat(done.metrics()).containsEntry("test.loss", 1.0);
    assertThat(done.recordingErrors()).anyMatch(error -> error.contains("run.json"));
  }

  @Test
  void whatCannotBeRecordedIsToldOnceAndCounted() {
    RunRecorder recorder = start();
    List<String> heard = new ArrayList<>();
    recorder.tell(heard::add);
    for (int i = 0; i < 3; i++) {
      recorder.failed("checkpoints/1.zip", new IOException("No space left on device"));
    }
    assertThat(heard).containsExactly("checkpoints/1.zip: No space left on device");
    assertThat(recorder.finish(RunStatus.FINISHED, null, new TreeMap<>()).recordingErrors())
        .containsExactly("checkpoints/1.zip: No space left on device (3 times)");
  }

  @Test
  void aThousandDifferentErrorsAreAPage() {
    RunRecorder recorder = start();
    for (int i = 0; i < 1_000; i++) {
      recorder.failed("file " + i, new IOException("Input/output error"));
    }
    assertThat(recorder.finish(RunStatus.FINISHED, null, new TreeMap<>()).recordingErrors())
        .hasSize(RecordingErrors.MOST + 1)
        .endsWith("and 950 more");
  }

  @Test
  void anAbandonedRunLeavesNothing() {
    RunRecorder recorder = start();
    recorder.abandon();
    assertThat(runs).isEmptyDirectory();
  }

  @Test
  void roomIsHeldForTheEndAndGivenBackThen() throws Exception {
    RunRecorder recorder = start();
    Path reserve = Reserve.file(recorder.folder());
    assertThat(reserve).hasSize(2 * Reserve.HALF);
    recorder.finish(RunStatus.FINISHED, null, new TreeMap<>());
    assertThat(reserve).doesNotExist();
  }

  @Test
  void goingOnWritesRunningAndWhereAndCanBeTakenBack() throws Exception {
    RunRecorder first = start();
    first.record(Fixtures.epoch(1, 2.5));
    first.failed("figures/roc", new IOException("no room"));
    RunRecord killed = first.finish(RunStatus.KILLED, "asked to stop", new TreeMap<>());
    RunFolder folder = first.folder();
    byte[] record = Files.readAllBytes(folder.record());
    byte[] journal = Files.readAllBytes(folder.journal());
    Files.writeString(folder.path().resolve(".tmp-left"), "half");
    JournalEntry.Resumed resumed =
        new JournalEntry.Resumed(Instant.EPOCH, 1, 2, Processes.current(), new TreeMap<>());

    RunRecorder second = RunRecorder.resume(folder, killed, resumed);
    RunRecord running = Json.read(folder.record(), RunRecord.class);
    assertThat(running).isEqualTo(second.record()).isEqualTo(killed.resumed(resumed.process()));
    assertThat(running.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(running.started()).isEqualTo(killed.started());
    assertThat(JournalReader.read(folder.journal(), 0).entries()).endsWith(resumed);
    assertThat(folder.path().resolve(".tmp-left")).doesNotExist();
    assertThat(Reserve.file(folder)).hasSize(2 * Reserve.HALF);

    second.abandon();
    assertThat(folder.record()).hasBinaryContent(record);
    assertThat(folder.journal()).hasBinaryContent(journal);
    assertThat(Reserve.file(folder)).doesNotExist();

    RunRecord finished =
        RunRecorder.resume(folder, killed, resumed)
            .finish(RunStatus.FINISHED, null, new TreeMap<>());
    assertThat(finished.recordingErrors()).containsExactly("figures/roc: no room");
  }
}
