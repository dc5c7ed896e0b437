package dev.epochal.runner.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.RunId;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.sweep.Question;
import dev.epochal.core.sweep.Search;
import dev.epochal.core.sweep.SweepEntry;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepMethod;
import dev.epochal.core.sweep.SweepPlan;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.folder.Processes;
import dev.epochal.registry.folder.SweepRecorder;
import dev.epochal.runner.compare.RecordedRuns;
import dev.epochal.runner.sweep.TrialBook.Todo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is still to be done about the trials of a sweep whose process is gone. */
final class TrialBookTest {
  private static final SortedMap<String, String> VALUES = new TreeMap<>(Map.of("seed", "1"));

  @TempDir private Path home;

  private RecordedRuns runs;
  private SweepRecorder sweep;

  @BeforeEach
  void aSweepOfOneTrial() {
    runs = new RecordedRuns(home);
    sweep = SweepRecorder.start(home.resolve("runs"), record(), RecordedRuns.SPEC);
  }

  @Test
  void aTrialWithoutAFolderBeginsAsAssigned() {
    assign(RunId.random());

    assertThat(read(false).todo()).contains(new Todo.BeginAssigned(1));
  }

  /** A run never overwrites: what lies there keeps its id. */
  @Test
  void aTrialWhoseFolderWasBeingMadeBeginsUnderANewId() throws IOException {
    String run = RunId.random();
    assign(run);
    Files.createDirectories(home.resolve("runs").resolve(run));

    assertThat(read(false).todo()).contains(new Todo.Begin(1));
  }

  @Test
  void aTrialThatWasBrokenOffGoesOn() throws IOException {
    assign(runs.run("trial").ended(RunStatus.KILLED).record());

    assertThat(read(false).todo()).contains(new Todo.GoOn(1));
  }

  @Test
  void aTrialThatCouldNotBeGoneOnWithIsFailed() throws IOException {
    String run = runs.run("trial").ended(RunStatus.CRASHED).record();
    assign(run);
    sweep.add(new SweepEntry.Broken(1, run, "its checkpoint is damaged", Instant.now()));

    TrialBook book = read(false);

    assertThat(book.todo()).isEmpty();
    assertThat(book.failed()).isEqualTo(1);
    assertThat(book.of(1).reason()).isEqualTo("its checkpoint is damaged");
    assertThat(read(true).todo()).contains(new Todo.Begin(1));
  }

  /** Somebody may have gone on with the run by itself. */
  @Test
  void aTrialThatFinishedAfterAllIsFinished() throws IOException {
    String run = runs.run("trial").record();
    assign(run);
    sweep.add(new SweepEntry.Broken(1, run, "its checkpoint is damaged", Instant.now()));

    TrialBook book = read(true);

    assertThat(book.todo()).isEmpty();
    assertThat(book.of(1).status()).isEqualTo(RunStatus.FINISHED);
  }

  private void assign(String run) {
    sweep.add(new SweepEntry.Assigned(1, VALUES, "hash", run, false, Instant.now()));
  }

  private TrialBook read(boolean retryFailed) {
    SweepFolder folder = sweep.folder();
    return TrialBook.read(
        folder, sweep.record().plan(), runs.registry(), retryFailed, new SilentSweep());
  }

  static SweepRecord record() {
    return new SweepRecord(
        RunId.random(),
        "sweep",
        "tiny",
        RunStatus.RUNNING,
        Instant.now(),
        null,
        null,
        Processes.current(),
        new SweepPlan(
            "tiny",
            SweepMethod.GRID,
            new Search.Listed(List.of(VALUES)),
            "validation.loss",
            Goal.MIN,
            null,
            new Question(null, null, "validation.accuracy", null, Double.NaN)),
        List.of(),
        1,
        1,
        false);
  }
}
