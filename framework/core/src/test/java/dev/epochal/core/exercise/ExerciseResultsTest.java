package dev.epochal.core.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.answer.Answer;
import dev.epochal.core.answer.AskedRun;
import dev.epochal.core.answer.Inquiry;
import dev.epochal.core.answer.RunAnswers;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.run.Series;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exercise's results as a file. */
final class ExerciseResultsTest {
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void readBackTheyAnswerTheSameToTheBit() {
    ExerciseResults results = results();
    ResultsFile file = ResultsFile.of(folder, "1-batch-size");
    Inquiry asked = new Inquiry("training.batchSize", "validation.accuracy");

    file.write(results.settled());

    Answer before = RunAnswers.answer(asked, results.runs());
    Answer after = RunAnswers.answer(asked, file.read().orElseThrow().runs());
    assertThat(after).isEqualTo(before);
    assertThat(after.levels()).hasSize(2);
  }

  @Test
  void areALineForEachTrialAndWhatAllHaveAlikeStandsOnce() throws Exception {
    ResultsFile file = ResultsFile.of(folder, "1-batch-size");

    file.write(results().settled());

    List<String> lines = Files.readAllLines(file.path());
    assertThat(lines.stream().filter(line -> line.contains("\"number\":"))).hasSize(6);
    assertThat(lines.stream().filter(line -> line.contains("training.epochs"))).hasSize(1);
    assertThat(lines.stream().filter(line -> line.contains("\"seed\":"))).hasSize(6);
    assertThat(file.path()).isEqualTo(folder.resolve(Path.of("results", "1-batch-size.json")));
  }

  @Test
  void keepWhatDivergedAndWhatIsNoNumber() {
    ResultsFile file = ResultsFile.of(folder, "1-batch-size");

    file.write(results());

    ExerciseTrial last = file.read().orElseThrow().trials().get(5);
    assertThat(last.run().diverged()).isTrue();
    assertThat(last.reason()).startsWith("the loss");
    assertThat(last.run().history().get("train.loss").values()).containsExactly(2.5, Double.NaN);
    assertThat(last.run().history().get("train.loss").steps()).containsExactly(1, 2);
  }

  @Test
  void keepNoMoreThanQuestionsAsk() {
    AskedRun run = results().trials().get(0).run();

    assertThat(run.metrics())
        .containsOnlyKeys("validation.accuracy", "test.auc.3", "model.parameters");
    assertThat(run.history()).containsOnlyKeys("train.loss");
  }

  @Test
  void writtenTwiceAreTheSameFile() throws Exception {
    ResultsFile file = ResultsFile.of(folder, "1-batch-size");
    file.write(results().settled());
    String first = Files.readString(file.path());

    file.write(file.read().orElseThrow());

    assertThat(file.path()).hasContent(first);
  }

  @Test
  void thatAreNotThereAreNoneAndABrokenFileIsNamed() throws Exception {
    ResultsFile file = ResultsFile.of(folder, "1-batch-size");
    assertThat(file.read()).isEmpty();

    Files.createDirectories(file.path().getParent());
    Files.writeString(file.path(), "{\"exercise\": 3, \"more\": []}");

    assertThatThrownBy(file::read)
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining("1-batch-size.json");
  }

  @Test
  void drawingsAreReplacedAndLargeOnesLeftOut() throws Exception {
    ResultsFile file = ResultsFile.of(folder, "1-batch-size");
    Path strips = Files.write(folder.resolve("strips.png"), new byte[100]);
    Path curves = Files.write(folder.resolve("curves.png"), new byte[200_000]);
    assertThat(file.drawings()).isEmpty();

    file.draw(List.of(strips, curves));
    file.draw(List.of(strips));

    assertThat(file.drawings())
        .containsExactly(file.path().resolveSibling("1-batch-size-strips.png"));
    assertThat(ResultsFile.of(folder, "2-other").drawings()).isEmpty();
  }

  private static ExerciseResults results() {
    List<ExerciseTrial> trials = new ArrayList<>();
    for (int number = 1; number <= 6; number++) {
      trials.add(trial(number, number <= 3 ? "20" : "4", 1 + number % 3, number == 6));
    }
    return new ExerciseResults(
        "1-batch-size",
        "0123456789ab",
        START,
        START.plusSeconds(90),
        2,
        1,
        "mnist",
        new TreeMap<>(Map.of("cpu.name", "a CPU")),
        new TreeMap<>(),
        trials);
  }

  private static ExerciseTrial trial(int number, String batch, int seed, boolean diverged) {
    AskedRun run =
        new AskedRun(
            "%012x".formatted(number),
            diverged ? RunStatus.FAILED : RunStatus.FINISHED,
            diverged,
            false,
            START.plusSeconds(number),
            new TreeMap<>(
                Map.of("training.batchSize", batch, "seed", "" + seed, "training.epochs", "2")),
            new TreeMap<>(Map.of("training.batchSize", batch, "seed", "" + seed)),
            new TreeMap<>(
                Map.of(
                    "validation.accuracy", 0.9 + number / 700.0,
                    "test.auc.3", 0.99,
                    "test.tp.3", 12.0,
                    "model.parameters", 1_199_882.0)),
            new TreeMap<>(
                Map.of(
                    "train.loss",
                    new Series(new long[] {1, 2}, new double[] {2.5, Double.NaN}),
                    "iteration.loss",
                    new Series(new long[] {1}, new double[] {2.5}))),
            50,
            "abc");
    return ExerciseTrial.of(
        number,
        new TreeMap<>(Map.of("training.batchSize", batch, "seed", "" + seed)),
        "p" + number,
        diverged ? "the loss was no longer a finite number at update 3" : null,
        null,
        run);
  }
}
