package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.Processes;
import dev.epochal.registry.folder.RunRecorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is over and goes on, as its folder and the rows tell it. */
final class ResumeTest {
  @TempDir Path runs;

  private final List<String> notices = new ArrayList<>();
  private Registry registry;

  @BeforeEach
  void open() {
    registry = Registry.in(runs, notices::add);
  }

  /** Three epochs of two updates, and one more update. */
  private RunRecord stopped(RunStatus status) {
    RunRecorder recorder =
        registry.register(
            Fixtures.record(""), named -> RunRecorder.start(runs, named, Fixtures.inputs()));
    for (int epoch = 1; epoch <= 3; epoch++) {
      recorder.record(new JournalEntry.Update(2 * epoch - 1, epoch + 0.1));
      recorder.record(new JournalEntry.Update(2 * epoch, epoch + 0.2));
      recorder.record(
          new JournalEntry.UpdateMetrics(
              2 * epoch, new TreeMap<>(java.util.Map.of("iteration.updateRatio.out", Double.NaN))));
      recorder.record(Fixtures.epoch(epoch, epoch));
      recorder.record(
          new JournalEntry.SystemSample(epoch, new TreeMap<>(java.util.Map.of("system.cpu", 1.0))));
    }
    recorder.record(new JournalEntry.Update(7, 4.1));
    RunRecord over = recorder.finish(status, "why", new TreeMap<>());
    registry.finish(over);
    return over;
  }

  private static RunRecorder goOn(RunFolder folder, RunRecord now, int epochs) {
    return RunRecorder.resume(
        folder,
        now,
        new JournalEntry.Resumed(
            Instant.now(), epochs, 2L * epochs, Processes.current(), new TreeMap<>()));
  }

  @Test
  void whatLiesAfterTheCheckpointIsDroppedAtOnceAndMadeAgain() {
    RunRecord before = stopped(RunStatus.KILLED);
    RunFolder folder = RunFolder.of(runs, before.id());

    RunRecorder recorder = registry.resume(folder, before, now -> goOn(folder, now, 2));

    RunDetail running = registry.show(before.id());
    assertThat(running.summary().status()).isEqualTo(RunStatus.RUNNING);
    assertThat(running.summary().ended()).isNull();
    assertThat(running.reason()).isNull();
    assertThat(running.history().get("train.loss").steps()).containsExactly(1, 2);
    assertThat(running.history().get("iteration.loss").steps()).containsExactly(1, 2, 3, 4);
    assertThat(running.history().get("iteration.updateRatio.out").steps()).containsExactly(2, 4);
    assertThat(running.history().get("iteration.updateRatio.out").values())
        .containsOnly(Double.NaN);
    assertThat(running.history().get("system.cpu").steps()).as("is over").containsExactly(1, 2, 3);
    assertThat(running.hashes()).containsOnlyKeys(1, 2);

    recorder.record(new JournalEntry.Update(5, 9.5));
    recorder.record(Fixtures.epoch(3, 9));
    registry.finish(recorder.finish(RunStatus.FINISHED, null, new TreeMap<>()));
    RunDetail finished = registry.show(before.id());
    assertThat(finished.summary().status()).isEqualTo(RunStatus.FINISHED);
    assertThat(finished.history().get("train.loss").values()).containsExactly(1, 2, 9);
    assertThat(finished.history().get("iteration.loss").values())
        .containsExactly(1.1, 1.2, 2.1, 2.2, 9.5);
    registry.reindex();
    assertThat(Json.line(registry.show(before.id()))).isEqualTo(Json.line(finished));
    assertThat(notices).isEmpty();
  }

  @Test
  void aRunThatWasFoundDeadGoesOnAsWell() {
    RunRecord before = stopped(RunStatus.CRASHED);
    RunFolder folder = RunFolder.of(runs, before.id());

    RunRecorder recorder = registry.resume(folder, before, now -> goOn(folder, now, 0));

    assertThat(recorder.record().status()).isEqualTo(RunStatus.RUNNING);
    assertThat(registry.show(before.id()).history()).containsOnlyKeys("system.cpu");
    recorder.finish(RunStatus.FINISHED, null, new TreeMap<>());
  }

  @ParameterizedTest
  @CsvSource({
    "FINISHED, is FINISHED: there is nothing to go on with",
    "FAILED, 'FAILED, and would again (why)'"
  })
  void aRunThatCameToAnEndIsRefused(RunStatus status, String why) throws Exception {
    RunRecord before = stopped(status);
    RunFolder folder = RunFolder.of(runs, before.id());
    byte[] journal = Files.readAllBytes(folder.journal());

    assertThatThrownBy(() -> registry.resume(folder, before, now -> goOn(folder, now, 2)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("run baseline-1 (" + before.id() + ") " + why)
        .hasMessageContaining("./run rerun " + before.id());
    assertThat(folder.journal()).hasBinaryContent(journal);
  }

  /** As when two people resume it: the second sees that it goes on. */
  @Test
  void oneThatGoesOnIsRefusedWithItsProcess() {
    RunRecord before = stopped(RunStatus.KILLED);
    RunFolder folder = RunFolder.of(runs, before.id());
    RunRecorder first = registry.resume(folder, before, now -> goOn(folder, now, 2));

    assertThatThrownBy(() -> registry.resume(folder, before, now -> goOn(folder, now, 2)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("goes on in process " + ProcessHandle.current().pid());
    assertThat(first.finish(RunStatus.FINISHED, null, new TreeMap<>()).recordingErrors()).isEmpty();
  }

  /** Another process went on with it, and was stopped, while this one loaded its checkpoint. */
  @Test
  void oneThatIsNoLongerAsItWasSeenIsRefused() {
    RunRecord before = stopped(RunStatus.KILLED);
    RunFolder folder = RunFolder.of(runs, before.id());
    RunRecord seen = before.resumed(new ProcessRecord("elsewhere", 1, Instant.EPOCH));

    assertThatThrownBy(() -> registry.resume(folder, seen, now -> goOn(folder, now, 2)))
        .hasMessageContaining("another process went on with the run meanwhile");
  }

  @Test
  void aFolderThatCannotBeWrittenLeavesAllAsItWas() throws Exception {
    RunRecord before = stopped(RunStatus.KILLED);
    RunFolder folder = RunFolder.of(runs, before.id());

    assertThatThrownBy(
            () ->
                registry.resume(
                    folder,
                    before,
                    now -> {
                      throw new EpochalException("no room");
                    }))
        .hasMessage("no room");
    assertThat(Json.read(folder.record(), RunRecord.class)).isEqualTo(before);
    assertThat(registry.show(before.id()).summary().status()).isEqualTo(RunStatus.KILLED);
  }

  @Test
  void aFolderThatIsGoneIsNamed() throws Exception {
    RunRecord before = stopped(RunStatus.KILLED);
    RunFolder folder = RunFolder.of(runs, before.id());
    Files.move(folder.path(), runs.resolve("elsewhere"));

    assertThatThrownBy(() -> registry.resume(folder, before, now -> goOn(folder, now, 2)))
        .hasMessageContaining("has no folder any more: " + folder.path());
  }

  /** The first process was stopped, and told the registry only when a second one went on. */
  @Test
  void theLateWordOfTheProcessBeforeChangesNothing() throws Exception {
    RunRecord before = stopped(RunStatus.KILLED);
    RunFolder folder = RunFolder.of(runs, before.id());
    ProcessRecord first = new ProcessRecord("elsewhere", 1, Instant.EPOCH);
    RunRecord late =
        Json.parse(
            Json.line(before).replace(Json.line(before.process()), Json.line(first)),
            RunRecord.class);
    RunRecorder second = registry.resume(folder, before, now -> goOn(folder, now, 2));

    registry.finish(late);

    assertThat(registry.show(before.id()).summary().status()).isEqualTo(RunStatus.RUNNING);
    second.record(Fixtures.epoch(3, 9));
    second.flush();
    assertThat(registry.show(before.id()).history().get("train.loss").values())
        .containsExactly(1, 2, 9);
    second.finish(RunStatus.FINISHED, null, new TreeMap<>());
  }

  @Test
  void oneThatWasDeletedMeanwhileIsRefused() throws Exception {
    RunRecord before = stopped(RunStatus.KILLED);
    RunFolder folder = RunFolder.of(runs, before.id());
    registry.annotate(List.of(before.id()), (run, was) -> was.deletedAt(Instant.now()));
    byte[] journal = Files.readAllBytes(folder.journal());

    assertThatThrownBy(() -> registry.resume(folder, before, now -> goOn(folder, now, 2)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("was deleted meanwhile")
        .hasMessageContaining("./run restore " + before.id());
    assertThat(folder.journal()).hasBinaryContent(journal);
  }
}
