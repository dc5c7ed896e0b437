package dev.epochal.runner.sweep;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.SweepEntry;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.folder.SweepRecorder;
import dev.epochal.runner.StopWish;
import dev.epochal.runner.Workplace;
import dev.epochal.runner.compare.RecordedRuns;
import dev.epochal.runner.machine.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SweepExecutorTest {
  @TempDir private Path home;

  /** Its trials are not waited for, which may go on for hours. */
  @Test
  void aSweepThatGoesOnIsRefusedAtOnce() throws Exception {
    RecordedRuns runs = new RecordedRuns(home);
    SweepRecord record = TrialBookTest.record();
    SweepRecorder sweep =
        SweepRecorder.start(home.resolve("runs"), record, RecordedRuns.SPEC);
    sweep.add(
        new SweepEntry.Assigned(
            1,
            new TreeMap<>(Map.of("seed", "1")),
            "hash",
            runs.run("trial").ended(RunStatus.RUNNING).record(),
            false,
            Instant.now()));

    assertThatThrownBy(
            () ->
                assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () ->
                        new SweepExecutor(new SilentSweep())
                            .resume(sweep.folder(), record, null, false, place())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("goes on in process");
  }

  private SweepRequest.Place place() {
    return new SweepRequest.Place(
        Workplace.of(Map.of(), home, home.resolve("runs"), home.resolve("runs")),
        Machine.here(),
        home,
        List.of(),
        () -> false);
  }
}
