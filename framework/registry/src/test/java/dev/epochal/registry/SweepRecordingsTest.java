package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.Processes;
import dev.epochal.registry.folder.RunRecorder;
import dev.epochal.registry.folder.SweepFixtures;
import dev.epochal.registry.folder.SweepRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sweeps begin, go on and end, and what becomes of those whose process is gone. */
final class SweepRecordingsTest extends RegisteredSweeps {
  @Test
  void aSweepIsGoneOnWithByOne() {
    SweepRecord before = over(started("s", 2));
    SweepFolder folder = SweepFolder.of(runs, before.id());
    SweepRecorder resumed =
        registry
            .sweeps()
            .resume(
                folder, before, now -> SweepRecorder.resume(folder, now, Processes.current(), 3));
    assertThat(registry.sweeps().show("s").summary().status()).isEqualTo(RunStatus.RUNNING);
    assertThat(registry.sweeps().show("s").record().jobs()).isEqualTo(3);
    assertThatThrownBy(() -> registry.sweeps().resume(folder, before, now -> resumed))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("goes on in process")
        .hasMessageContaining("./run stop");
    over(resumed);
    registry.sweeps().delete("s", NOON);
    assertThatThrownBy(() -> registry.sweeps().resume(folder, before, now -> resumed))
        .hasMessageContaining("was deleted meanwhile");
  }

  @Test
  void whatCannotBeStartedIsNotEntered() {
    SweepRecord sweep = SweepFixtures.sweep("s", 1);
    assertThatThrownBy(
            () ->
                registry
                    .sweeps()
                    .register(
                        sweep,
                        named -> {
                          throw new EpochalException("no room");
                        }))
        .hasMessage("no room");
    assertThat(registry.sweeps().newest(10)).isEmpty();
    assertThat(runs.resolve(sweep.id())).doesNotExist();
  }

  /** Whoever opens the registry finds it CRASHED before the sweep says what it knows. */
  @Test
  void aTrialWhoseProcessDiedHasFailed() {
    ProcessRecord gone = new ProcessRecord(Processes.current().host(), 1, Instant.EPOCH);
    RunRecord run =
        registry
            .register(
                Fixtures.record("r"), named -> RunRecorder.start(runs, named, Fixtures.inputs()))
            .record();
    RunFolder folder = RunFolder.of(runs, run.id());
    assertThat(registry.sweeps().died(folder, "exit code 137").status())
        .isEqualTo(RunStatus.RUNNING);
    RunRecord dead = run.resumed(gone);
    try {
      Files.writeString(folder.record(), Json.pretty(dead));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    RunRecord failed = registry.sweeps().died(folder, "exit code 137");
    assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
    assertThat(failed.reason()).isEqualTo("exit code 137");
    assertThat(registry.show("r").summary().status()).isEqualTo(RunStatus.FAILED);
    assertThat(registry.sweeps().died(folder, "again").reason()).isEqualTo("exit code 137");
  }

  @Test
  void aSweepWhoseProcessIsGoneHasCrashed() {
    ProcessRecord gone = new ProcessRecord(Processes.current().host(), 1, Instant.EPOCH);
    SweepRecord sweep = SweepFixtures.sweep("s", 2, gone);
    SweepRecorder.start(runs, sweep, "name: baseline\n")
        .add(SweepFixtures.assigned(1, "00000000abcd", false));
    SweepDetail detail = registry.sweeps().show("s");
    assertThat(detail.summary().status()).isEqualTo(RunStatus.CRASHED);
    assertThat(detail.summary().ended()).isNotNull();
    assertThat(detail.summary().reason()).contains("ended without a word");
    assertThat(Json.read(SweepFolder.of(runs, sweep.id()).record(), SweepRecord.class).status())
        .isEqualTo(RunStatus.CRASHED);
  }

  /** Nobody can ask about processes of another host; its trials live, or it writes. */
  @Test
  void aSweepOfAnotherHostLooksCrashedOnceItIsSilentAndHasNoTrialThatGoesOn() throws Exception {
    ProcessRecord there = new ProcessRecord("elsewhere", 7, Instant.now());
    SweepRecord sweep = SweepFixtures.sweep("s", 2, there);
    SweepRecorder recorder = SweepRecorder.start(runs, sweep, "name: baseline\n");
    RunRecorder trial = begun(recorder, 1);
    Files.setLastModifiedTime(
        recorder.folder().trials(), FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    assertThat(registry.sweeps().show("s").summary().status()).isEqualTo(RunStatus.RUNNING);
    registry.finish(trial.finish(RunStatus.FINISHED, null, new TreeMap<>()));
    assertThat(registry.sweeps().show("s").summary().status()).isEqualTo(RunStatus.CRASHED);
    assertThat(registry.sweeps().show("s").summary().reason())
        .contains("no sign of life from host elsewhere");
    recorder.add(SweepFixtures.assigned(2, "00000000abcd", false));
    assertThat(registry.sweeps().show("s").summary().status()).isEqualTo(RunStatus.RUNNING);
  }
}
