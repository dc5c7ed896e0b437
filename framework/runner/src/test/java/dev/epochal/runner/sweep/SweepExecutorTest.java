package dev.epochal.runner.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.epochal.core.planning.SweepPlanner;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.SweepEntry;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.folder.SweepRecorder;
import dev.epochal.registry.folder.SweepTrials;
import dev.epochal.runner.StopWish;
import dev.epochal.runner.Workplace;
import dev.epochal.runner.compare.RecordedRuns;
import dev.epochal.runner.machine.Machine;
import java.nio.file.Files;
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
    SweepRecorder sweep = SweepRecorder.start(home.resolve("runs"), record, RecordedRuns.SPEC);
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
                            .resume(
                                sweep.folder(),
                                record,
                                null,
                                false,
                                place(List.of(), () -> false))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("goes on in process");
  }

  /** A Ctrl-C goes to the trials as well, and theirs may be heard before that of the sweep. */
  @Test
  void aTrialThatIsInterruptedWithItsSweepHasNotFailed() throws Exception {
    Path spec = Files.writeString(home.resolve("tiny.yaml"), RecordedRuns.SPEC);
    Path signal = home.resolve("signal");
    SweepExecutor executor = new SweepExecutor(new SilentSweep());

    SweepRecord over =
        executor.execute(
            new SweepRequest(
                SweepPlanner.plan(spec, List.of("seed=1,2"), false).orElseThrow(),
                "interrupted",
                1,
                1,
                true,
                false,
                place(
                    List.of(InterruptedTrial.class.getName(), signal.toString()),
                    () -> Files.exists(signal))));

    assertThat(over.status()).isEqualTo(RunStatus.KILLED);
    assertThat(SweepTrials.read(SweepFolder.of(home.resolve("runs"), over.id())))
        .singleElement()
        .isInstanceOf(SweepEntry.Assigned.class);
  }

  private SweepRequest.Place place(List<String> host, StopWish stop) {
    Path runs = home.resolve("runs");
    return new SweepRequest.Place(
        Workplace.of(Map.of(), home, runs, runs), Machine.here(), home, host, stop);
  }
}
