package dev.epochal.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.figure.FigureFile;
import dev.epochal.core.figure.LevelStrips;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.RunId;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.sweep.Question;
import dev.epochal.core.sweep.Search;
import dev.epochal.core.sweep.SweepEntry;
import dev.epochal.core.sweep.SweepMethod;
import dev.epochal.core.sweep.SweepPlan;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.Registry;
import dev.epochal.registry.folder.Processes;
import dev.epochal.registry.folder.SweepRecorder;
import dev.epochal.runner.answer.AnswerMaker;
import dev.epochal.runner.answer.AnswerMaterial;
import dev.epochal.runner.answer.AnswerRequest;
import dev.epochal.runner.compare.RecordedRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports and figures of sweeps that a real registry holds. */
final class SweepReportsTest {
  @TempDir Path home;

  private RecordedRuns runs;
  private Registry registry;

  @BeforeEach
  void nothingYet() {
    runs = new RecordedRuns(home);
    registry = runs.registry();
  }

  @Test
  void aReportLiesInTheSweepsFolderAndTellsOfItsTrials() throws IOException {
    SweepRecorder sweep = sweep("sizes");
    trials(sweep);

    Path file = SweepReports.write(registry, "sizes", null);

    assertThat(file).isEqualTo(sweep.folder().report());
    assertThat(Files.readString(file))
        .contains("Does the batch size matter?")
        .contains(
            "<strong>Undecided: no difference of validation.accuracy", "Diverged: 1 of 8 at 5")
        .contains("data:image/png;base64,")
        .contains("8 different selections of images")
        .contains("FAILED", "the loss was no longer a finite number")
        .contains("This sweep is RUNNING");
  }

  @Test
  void aReportOfASweepWithoutRunsSaysThatThereIsNoAnswer() throws IOException {
    sweep("empty");
    Path elsewhere = home.resolve("page.html");

    assertThat(SweepReports.write(registry, "empty", elsewhere)).isEqualTo(elsewhere);

    assertThat(Files.readString(elsewhere)).contains("There is no answer yet");
    assertThatThrownBy(() -> SweepReports.write(registry, "nowhere", null))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void figuresAreDataAndDrawingsInAFolder() throws IOException {
    trials(sweep("sizes"));
    AnswerMaterial material =
        new AnswerMaker(registry).material(AnswerRequest.of("sizes"), Set.of("validation.loss"));

    List<DrawnFigure> drawn =
        AnswerFigureFiles.write(registry, material, material.answer(), home.resolve("drawn"));

    assertThat(drawn).extracting(DrawnFigure::figure).contains(LevelStrips.NAME, "level-curves");
    LevelStrips strips =
        (LevelStrips) FigureFile.read(home.resolve("drawn").resolve("level-strips.json"));
    assertThat(strips.subject().sweep()).isEqualTo("sizes");
    assertThat(strips.levels()).extracting(LevelStrips.Level::level).containsExactly("5", "20");
    assertThat(strips.levels()).extracting(LevelStrips.Level::diverged).containsExactly(1, 0);
    assertThat(home.resolve("drawn").resolve("level-strips.png")).isNotEmptyFile();
  }

  private SweepRecorder sweep(String name) {
    SweepRecord record =
        new SweepRecord(
            RunId.random(),
            name,
            "tiny",
            RunStatus.RUNNING,
            Instant.now(),
            null,
            null,
            Processes.current(),
            new SweepPlan(
                "tiny",
                SweepMethod.GRID,
                new Search.Listed(List.of(Map.of("training.batchSize", "5"))),
                "validation.loss",
                Goal.MIN,
                null,
                new Question(
                    "Does the batch size matter?",
                    "training.batchSize",
                    "validation.accuracy",
                    null,
                    0.005)),
            List.of(),
            1,
            2,
            false);
    return registry
        .sweeps()
        .register(
            record, named -> SweepRecorder.start(home.resolve("runs"), named, "name: tiny\n"));
  }

  /** Five seeds of two sizes, one of which diverged. */
  private void trials(SweepRecorder sweep) throws IOException {
    int number = 0;
    for (int seed = 1; seed <= 8; seed++) {
      for (int size : new int[] {5, 20}) {
        RecordedRuns.Made run = runs.run("", "training.batchSize=" + size, "seed=" + seed);
        String id =
            size == 5 && seed == 8
                ? run.failed("the loss was no longer a finite number at update 7").record()
                : run.metric("validation.accuracy", (size == 5 ? 0.97 : 0.86) + 0.001 * seed)
                    .record();
        sweep.add(
            new SweepEntry.Assigned(
                ++number,
                new TreeMap<>(Map.of("training.batchSize", "" + size, "seed", "" + seed)),
                "0".repeat(64),
                id,
                false,
                Instant.now()));
      }
    }
  }
}
