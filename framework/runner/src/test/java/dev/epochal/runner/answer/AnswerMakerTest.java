package dev.epochal.runner.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.answer.Answer;
import dev.epochal.core.answer.AnswerLevel;
import dev.epochal.core.answer.Verdict;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.RunQuery;
import dev.epochal.runner.compare.RecordedRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions about runs that a real registry holds. */
final class AnswerMakerTest {
  private static final double[] SMALL = {0.971, 0.968, 0.970, 0.975, 0.972};
  private static final double[] LARGE = {0.862, 0.855, 0.859, 0.866, 0.861};

  private RecordedRuns runs;

  @BeforeEach
  void nothingYet(@TempDir Path home) {
    runs = new RecordedRuns(home);
  }

  @Test
  void findsTheFactorAndPairsBySeed() throws IOException {
    crossed();

    Answer answer = answer("", null);

    assertThat(answer.factor()).isEqualTo("training.batchSize");
    assertThat(answer.levels()).extracting(AnswerLevel::level).containsExactly("5", "20");
    assertThat(answer.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(answer.comparisons().get(0).test()).isEqualTo("paired t");
    assertThat(answer.comparisons().get(0).difference()).isCloseTo(-0.1106, within(1e-9));
    assertThat(answer.warnings())
        .singleElement()
        .asString()
        .contains("not as many updates at each level (20: 2, 5: 8)", "--budget all");
  }

  @Test
  void saysWhatElseGoesWithTheFactor() throws IOException {
    for (int seed = 1; seed <= 3; seed++) {
      run("training.batchSize=20", "seed=" + seed).metric("validation.accuracy", 0.8).record();
      run("training.batchSize=5", "seed=" + seed)
          .environment("native.threads", "1")
          .metric("validation.accuracy", 0.9 + seed / 1000.0)
          .record();
    }

    assertThatThrownBy(() -> answer("", null))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("training.batchSize")
        .hasMessageContaining("the thread count");
    assertThat(answer("", "training.batchSize").warnings())
        .anyMatch(
            warning ->
                warning.contains("also the thread count (20: 2; 5: 1)")
                    || warning.contains("also the thread count (5: 1; 20: 2)"));
  }

  @Test
  void divergedRunsCountAndOthersAreLeftOutAndSaid() throws IOException {
    crossed();
    for (int seed = 1; seed <= 5; seed++) {
      run("training.batchSize=2", "seed=" + seed)
          .failed("the loss was no longer a finite number at update 7, in epoch 1: try …")
          .record();
    }
    run("training.batchSize=4").ended(RunStatus.KILLED).record();

    Answer answer = answer("", null);

    assertThat(answer.levels().get(0).level()).isEqualTo("2");
    assertThat(answer.levels().get(0).diverged()).isEqualTo(5);
    assertThat(answer.warnings()).anyMatch(warning -> warning.contains("1 KILLED (4: 1)"));
    assertThat(answer.sentence()).contains("Diverged: 5 of 5 at 2.");
  }

  @Test
  void aSeedIsAnsweredByItsSpread() throws IOException {
    for (int seed = 1; seed <= 5; seed++) {
      run("seed=" + seed)
          .hash(Character.forDigit(seed, 10))
          .metric("validation.accuracy", SMALL[seed - 1])
          .record();
    }

    Answer answer = answer("", null);

    assertThat(answer.factor()).isEqualTo("seed");
    assertThat(answer.comparisons()).isEmpty();
    assertThat(answer.sentence()).contains("over 5 values of seed").contains("no two end with");
  }

  @Test
  void repetitionsToTheBitCountOnce() throws IOException {
    crossed();
    run("training.batchSize=5", "seed=1").metric("validation.accuracy", 0.971).record();

    Answer answer = answer("", null);

    assertThat(answer.levels().get(0).n()).isEqualTo(5);
    assertThat(answer.warnings()).anyMatch(warning -> warning.contains("1 runs only repeat"));
  }

  @Test
  void saysWhatCannotBeAnswered() throws IOException {
    assertThatThrownBy(() -> answer("", null)).hasMessageContaining("there are 0 finished runs");
    run("seed=1").metric("validation.accuracy", 0.9).record();
    run("seed=1").metric("validation.accuracy", 0.9).record();
    assertThatThrownBy(() -> answer("", null)).hasMessageContaining("do not differ in anything");
    run("seed=2").metric("validation.accuracy", 0.9).record();
    assertThatThrownBy(() -> answer("", "training.batchSize"))
        .hasMessageContaining("is the same in all these runs: training.batchSize")
        .hasMessageContaining("what varies is seed");
    assertThatThrownBy(
            () ->
                new AnswerMaker(runs.registry())
                    .answer(new AnswerRequest(all(""), null, "validation.acuracy", null, null)))
        .hasMessageContaining("no finished run has validation.acuracy");
  }

  private void crossed() throws IOException {
    for (int seed = 1; seed <= 5; seed++) {
      run("training.batchSize=5", "seed=" + seed)
          .metric("validation.accuracy", SMALL[seed - 1])
          .record();
      run("training.batchSize=20", "seed=" + seed)
          .metric("validation.accuracy", LARGE[seed - 1])
          .record();
    }
  }

  private RecordedRuns.Made run(String... overrides) {
    return runs.run("run", overrides);
  }

  private Answer answer(String filter, String factor) {
    return new AnswerMaker(runs.registry())
        .answer(new AnswerRequest(all(filter), factor, "validation.accuracy", null, null));
  }

  private static RunQuery all(String filter) {
    return RunQuery.parse(filter, List.of(), Integer.MAX_VALUE);
  }
}
