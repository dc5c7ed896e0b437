package dev.epochal.runner.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.epochal.core.answer.Answer;
import dev.epochal.core.answer.AnswerLevel;
import dev.epochal.core.answer.Budget;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.ProcessDeath;
import dev.epochal.core.run.RunId;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.sweep.Question;
import dev.epochal.core.sweep.Search;
import dev.epochal.core.sweep.SweepEntry;
import dev.epochal.core.sweep.SweepMethod;
import dev.epochal.core.sweep.SweepPlan;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.RunQuery;
import dev.epochal.registry.folder.Processes;
import dev.epochal.registry.folder.SweepRecorder;
import dev.epochal.runner.compare.RecordedRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep's own question, answered by its trials as a real registry holds them. */
final class SweepAnswersTest {
  private static final String ACCURACY = "validation.accuracy";
  private static final String DIVERGED =
      "the loss was no longer a finite number at update 7, in epoch 1: try …";

  private static final String KILLED = ProcessDeath.sentence(137, "");

  private Path home;
  private RecordedRuns runs;
  private final List<SweepEntry> entries = new ArrayList<>();

  @BeforeEach
  void nothingYet(@TempDir Path folder) {
    home = folder;
    runs = new RecordedRuns(folder);
  }

  @Test
  void theTrialsAreAskedWhatTheSweepAsks() throws IOException {
    trial(run("variant=wide", "seed=1").metric("validation.loss", 0.5), "variant", "wide", false);
    trial(run("variant=wide", "seed=2").metric("validation.loss", 0.6), "variant", "wide", false);
    trial(run("seed=1").metric("validation.loss", 0.7), "variant", "base", true);
    trial(run("seed=2").metric("validation.loss", 0.8), "variant", "base", false);
    run("seed=3").metric("validation.loss", 0.1).record(); // of no sweep
    sweep(new Question("Wider?", "variant", "validation.loss", "base", 0.2));

    Answer answer = answer(AnswerRequest.of("asked"));

    assertThat(answer.question()).isEqualTo("Wider?");
    assertThat(answer.response()).isEqualTo("validation.loss");
    // A trial without a variant is named as the sweep names it.
    assertThat(answer.levels())
        .extracting(AnswerLevel::level)
        .containsExactlyInAnyOrder("wide", "base");
    assertThat(answer.levels()).extracting(AnswerLevel::n).containsExactly(2, 2);
    assertThat(answer.warnings())
        .contains("1 trials are runs that were there before the sweep")
        .noneMatch(warning -> warning.contains("differ in more than"));
  }

  @Test
  void whatIsAskedNowGoesBeforeWhatTheSweepAsks() throws IOException {
    for (int seed = 1; seed <= 2; seed++) {
      trial(batch(5, seed).metric(ACCURACY, 0.9 + seed / 1e3), "training.batchSize", "5", false);
      double other = 0.8 + (3 - seed) / 1e3;
      trial(batch(20, seed).metric(ACCURACY, other), "training.batchSize", "20", false);
    }
    sweep(new Question("Faster?", "training.batchSize", "time.train.wall", "5", 1));

    Answer answer =
        answer(
            new AnswerRequest(
                "asked",
                RunQuery.newest(1),
                null,
                ACCURACY,
                null,
                null,
                List.of(Budget.TRAINED),
                null,
                List.of()));

    assertThat(answer.response()).isEqualTo(ACCURACY);
    assertThat(answer.sentence()).contains("5 (90.15 %) is better than 20 (80.15 %)");
  }

  @Test
  void stoppedDivergedAndFailedTrialsAreCountedLevelByLevel() throws IOException {
    for (int seed = 1; seed <= 5; seed++) {
      trial(batch(20, seed).metric(ACCURACY, 0.8 + seed / 1e3), "training.batchSize", "20", false);
      trial(batch(5, seed).failed(DIVERGED), "training.batchSize", "5", false);
    }
    String stopped = trial(batch(20, 6).ended(RunStatus.KILLED), "training.batchSize", "20", false);
    entries.add(new SweepEntry.Stopped(entries.size(), stopped, 2, "behind", Instant.now()));
    // Told to stop, and dead before it had: the sweep is done with it all the same.
    String dead = trial(batch(20, 8).ended(RunStatus.CRASHED), "training.batchSize", "20", false);
    entries.add(new SweepEntry.Stopped(12, dead, 2, "behind", Instant.now()));
    String shot = trial(batch(20, 9).failed(KILLED), "training.batchSize", "20", false);
    entries.add(new SweepEntry.Stopped(13, shot, 2, "behind", Instant.now()));
    trial(batch(20, 7).ended(RunStatus.KILLED), "training.batchSize", "20", false);
    trial(batch(5, 7).failed("no space left"), "training.batchSize", "5", false);
    sweep(new Question(null, "training.batchSize", ACCURACY, null, 0.005));

    Answer answer = answer(AnswerRequest.of("asked"));

    assertThat(answer.levels())
        .extracting(
            AnswerLevel::level,
            AnswerLevel::n,
            AnswerLevel::diverged,
            AnswerLevel::stopped,
            AnswerLevel::leftOut)
        .containsExactly(tuple("5", 5, 5, 0, 1), tuple("20", 8, 0, 3, 1));
    assertThat(answer.sentence()).endsWith("Diverged: 5 of 5 at 5. Stopped early: 3 of 8 at 20.");
    assertThat(answer.warnings())
        .contains("left out, because they say nothing to it: 1 FAILED (5: 1); 1 KILLED (20: 1)");
  }

  @Test
  void aSweepThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> answer(AnswerRequest.of("asked")))
        .isInstanceOf(InvalidInputException.class);
  }

  private RecordedRuns.Made run(String... overrides) {
    return runs.run("run", overrides);
  }

  private RecordedRuns.Made batch(int size, int seed) {
    return run("training.batchSize=" + size, "seed=" + seed);
  }

  private String trial(RecordedRuns.Made made, String key, String value, boolean reused)
      throws IOException {
    String id = made.record();
    int number = (int) entries.stream().filter(SweepEntry.Assigned.class::isInstance).count() + 1;
    entries.add(
        new SweepEntry.Assigned(
            number, new TreeMap<>(Map.of(key, value)), "", id, reused, Instant.now()));
    return id;
  }

  private void sweep(Question question) {
    SweepRecord record =
        new SweepRecord(
            RunId.random(),
            "asked",
            "tiny",
            RunStatus.RUNNING,
            Instant.now(),
            null,
            null,
            Processes.current(),
            new SweepPlan(
                "tiny",
                SweepMethod.GRID,
                new Search.Listed(List.of(new TreeMap<>())),
                ACCURACY,
                Goal.MAX,
                null,
                question),
            List.of(),
            1,
            2,
            false);
    SweepRecorder recorder =
        runs.registry()
            .sweeps()
            .register(
                record, named -> SweepRecorder.start(home.resolve("runs"), named, "name: tiny"));
    entries.forEach(recorder::add);
    runs.registry().sweeps().finish(recorder.finish(RunStatus.FINISHED, null));
  }

  private Answer answer(AnswerRequest request) {
    return new AnswerMaker(runs.registry()).answer(request);
  }
}
