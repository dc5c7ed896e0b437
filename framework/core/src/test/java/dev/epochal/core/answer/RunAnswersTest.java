package dev.epochal.core.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.RunStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Questions to plain values, as they come from a registry or from committed results. */
final class RunAnswersTest {
  private static final String BATCH = "training.batchSize";
  private static final String ACCURACY = "validation.accuracy";

  private final Runs runs = new Runs();

  @Test
  void everyRunThatSaysNothingIsSaidLevelByLevel() {
    for (int seed = 1; seed <= 3; seed++) {
      batch("8", seed).metric(ACCURACY, 0.97 + seed / 1000.0).finished();
      batch("64", seed).metric(ACCURACY, 0.90 + seed / 1000.0).finished();
    }
    batch("64", 4).stoppedEarly();
    batch("64", 5).ended(RunStatus.CRASHED);
    batch("8", 4).ended(RunStatus.KILLED);
    batch("128", 1).ended(RunStatus.KILLED);
    batch("8", 5).finished();

    Answer answer = RunAnswers.answer(new Inquiry(BATCH, ACCURACY), runs.all());

    assertThat(answer.levels())
        .extracting(AnswerLevel::level, AnswerLevel::n, AnswerLevel::stopped, AnswerLevel::leftOut)
        .containsExactly(tuple("8", 3, 0, 2), tuple("64", 4, 1, 1), tuple("128", 0, 0, 1));
    assertThat(answer.sentence()).endsWith("Stopped early: 1 of 4 at 64.");
    assertThat(answer.warnings())
        .contains(
            "left out, because they say nothing to it: 1 CRASHED (64: 1); 2 KILLED (8: 1, 128: 1);"
                + " 1 without this number (8: 1)");
  }

  @Test
  void atAFairBudgetAllAreReadWhereTheShortestEnds() {
    for (int seed = 1; seed <= 3; seed++) {
      double more = seed / 1000.0;
      double less = 0.004 - more;
      batch("50", seed)
          .updatesPerEpoch(20)
          .history(ACCURACY, 0.5 + more, 0.7 + more, 0.8 + more, 0.9 + more)
          .history("train.seconds", 2, 2, 2, 2)
          .metric(ACCURACY, 0.9 + more)
          .finished();
      batch("100", seed)
          .updatesPerEpoch(10)
          .history(ACCURACY, 0.4 + less, 0.6 + less, 0.7 + less)
          .history("train.seconds", 1, 1, 1)
          .metric(ACCURACY, 0.7 + less)
          .finished();
    }
    Inquiry all = inquiry(BATCH, ACCURACY, Budget.values());

    Answer answer = RunAnswers.answer(all, runs.all());

    assertThat(answer.at()).isNull();
    assertThat(answer.budgets())
        .extracting(AnswerPart::name)
        .containsExactly("epochs", "updates", "seconds");
    assertThat(answer.budgets()).extracting(AnswerPart::at).containsExactly(3.0, 30.0, 3.0);
    // 30 updates are halfway between epochs 1 and 2 of batches of 50.
    assertThat(means(answer.budgets().get(1))).containsExactly(0.602, 0.702);
    assertThat(means(answer.budgets().get(0))).containsExactly(0.802, 0.702);
    assertThat(means(answer.budgets().get(2))).containsExactly(0.602, 0.702);
    assertThat(answer.budgets().get(1).sentence()).startsWith("After 30 updates of each run: Yes");
    assertThat(answer.sentence()).startsWith("Yes: training.batchSize changes");
    assertThat(answer.warnings()).noneMatch(warning -> warning.contains("--budget"));
    assertThat(RunAnswers.answer(new Inquiry(BATCH, ACCURACY), runs.all()).warnings())
        .contains(
            "an epoch is not as many updates at each level (50: 20, 100: 10): answer --budget all asks the"
                + " same at equal epochs, updates and seconds");
    assertThat(RunAnswers.answer(inquiry(BATCH, ACCURACY, Budget.UPDATES), runs.all()).levels())
        .extracting(AnswerLevel::mean)
        .containsExactly(0.602, 0.702);
  }

  @Test
  void aLevelWhoseFirstEpochEndsAfterTheBudgetIsSaid() {
    for (int seed = 1; seed <= 2; seed++) {
      batch("10", seed)
          .updatesPerEpoch(100)
          .history(ACCURACY, 0.9, 0.95)
          .metric(ACCURACY, 0.95)
          .finished();
      batch("1000", seed)
          .updatesPerEpoch(1)
          .history(ACCURACY, 0.1, 0.2)
          .metric(ACCURACY, 0.2)
          .finished();
    }

    Answer answer = RunAnswers.answer(inquiry(BATCH, ACCURACY, Budget.UPDATES), runs.all());

    assertThat(answer.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(answer.sentence()).contains("there are not two levels");
    assertThat(answer.warnings())
        .anyMatch(
            warning ->
                warning.startsWith("2 runs have no value by 2 updates, since their first epoch"));
    assertThat(answer.levels()).extracting(AnswerLevel::leftOut).containsExactly(0, 2);
  }

  @Test
  void aBudgetNeedsAHistory() {
    batch("8", 1).metric("test.accuracy", 0.9).finished();
    batch("16", 1).metric("test.accuracy", 0.9).finished();

    assertThatThrownBy(
            () -> RunAnswers.answer(inquiry(BATCH, "test.accuracy", Budget.EPOCHS), runs.all()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--budget needs a response that each epoch yields");
    assertThatThrownBy(() -> RunAnswers.answer(inquiry(BATCH, ACCURACY, Budget.EPOCHS), runs.all()))
        .hasMessageContaining("--budget finds no history of validation.accuracy");
  }

  @Test
  void aDivergedRunIsReadAtABudgetBeforeItDiverged() {
    for (int seed = 1; seed <= 2; seed++) {
      batch("8", seed).history(ACCURACY, 0.1, 0.2, 0.3).diverged();
      batch("16", seed).history(ACCURACY, 0.4, 0.5).metric(ACCURACY, 0.5).finished();
      batch("32", seed).history(ACCURACY, 0.1).diverged();
    }

    Answer answer = RunAnswers.answer(inquiry(BATCH, ACCURACY, Budget.EPOCHS), runs.all());

    assertThat(answer.at()).isEqualTo(2);
    assertThat(answer.levels()).extracting(AnswerLevel::diverged).containsExactly(0, 0, 2);
    assertThat(answer.levels().get(0).mean()).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void eachLevelHasItsOwnBestLearningRateChosenByOtherSeeds() {
    for (int seed = 1; seed <= 5; seed++) {
      double more = seed / 1000.0;
      arm("unit", "0.1", seed, 0.95 + more);
      arm("unit", "0.01", seed, 0.90 + more);
      arm("none", "0.01", seed, 0.60 + more);
      arm("none", "0.001", seed, 0.92 + more * 0.9);
      run("none", "0.1", seed).diverged();
    }
    Inquiry inquiry = bestOf(ACCURACY);

    Answer answer = RunAnswers.answer(inquiry, runs.all());

    assertThat(answer.atBest().chosen())
        .containsExactly(
            new AtBest.Choice("unit", "0.1", 3), new AtBest.Choice("none", "0.001", 3));
    assertThat(answer.levels()).extracting(AnswerLevel::n).containsExactly(3, 3);
    assertThat(answer.comparisons().get(0).paired()).isTrue();
    assertThat(answer.comparisons().get(0).difference()).isCloseTo(-0.0304, within(1e-9));
    assertThat(answer.warnings().get(0))
        .startsWith(
            "each level is at its own best training.updater.learningRate (unit: 0.1; none: 0.001),"
                + " chosen by validation.accuracy of the runs with seed=1; seed=2; the others are");
    assertThat(answer.warnings()).noneMatch(warning -> warning.contains("differ in more than"));
    assertThat(answer.atBest().at()).extracting(AnswerPart::name).containsExactly("0.01", "0.1");
    assertThat(answer.atBest().at().get(1).sentence())
        .contains("none, where every run diverged")
        .endsWith("Diverged: 5 of 5 at none.");
  }

  @Test
  void aSeedIsNotChosen() {
    arm("unit", "0.1", 1, 0.9);
    arm("none", "0.1", 2, 0.9);

    assertThatThrownBy(
            () ->
                RunAnswers.answer(
                    new Inquiry(
                        null,
                        "data.normalize",
                        ACCURACY,
                        null,
                        null,
                        List.of(Budget.TRAINED),
                        "seed",
                        List.of()),
                    runs.all()))
        .hasMessageContaining("--best-of must be a param that can be chosen but was seed");
  }

  @Test
  void noRunChoosesForItself() {
    // By its own number seed 3 would choose 0.01, which the seed that chooses speaks against.
    for (int seed = 1; seed <= 3; seed++) {
      arm("unit", "0.1", seed, 0.9);
      arm("unit", "0.01", seed, seed == 3 ? 0.99 : 0.8);
      arm("none", "0.1", seed, 0.7);
    }

    Answer answer = RunAnswers.answer(bestOf(ACCURACY), runs.all());

    assertThat(answer.levels().get(0).n()).isEqualTo(2);
    assertThat(answer.levels().get(0).mean()).isCloseTo(0.9, within(1e-9));
  }

  @Test
  void whereOneSeedBothChoseAndIsComparedThatIsSaid() {
    arm("unit", "0.1", 1, 0.9);
    arm("unit", "0.01", 1, 0.8);
    arm("none", "0.1", 1, 0.7);

    assertThat(RunAnswers.answer(bestOf(ACCURACY), runs.all()).warnings())
        .anyMatch(warning -> warning.contains("it looks better than it is"));
  }

  @Test
  void theBestIsChosenOnValidationWhereTestIsAsked() {
    for (int seed = 1; seed <= 3; seed++) {
      run("unit", "0.1", seed).metric("test.accuracy", 0.5).metric(ACCURACY, 0.9).finished();
      run("unit", "0.01", seed).metric("test.accuracy", 0.9).metric(ACCURACY, 0.5).finished();
      run("none", "0.1", seed).metric("test.accuracy", 0.4).metric(ACCURACY, 0.4).finished();
    }

    Answer answer = RunAnswers.answer(bestOf("test.accuracy"), runs.all());

    assertThat(answer.atBest().response()).isEqualTo(ACCURACY);
    assertThat(answer.levels().get(0).mean()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void otherResponsesAreAnsweredBesideIt() {
    for (int seed = 1; seed <= 3; seed++) {
      double wall = 7 + seed;
      batch("8", seed)
          .metric(ACCURACY, 0.9 + seed / 1e3)
          .metric("time.train.wall", wall)
          .finished();
      batch("64", seed).metric(ACCURACY, 0.8 + seed / 1e3).metric("time.train.wall", 3).finished();
    }
    Inquiry inquiry =
        new Inquiry(
            "Why?",
            null,
            ACCURACY,
            null,
            null,
            List.of(Budget.TRAINED),
            null,
            List.of("time.train.wall", "test.loss"));

    Answer answer = RunAnswers.answer(inquiry, runs.all());

    assertThat(answer.question()).isEqualTo("Why?");
    assertThat(answer.also()).extracting(AnswerPart::name).containsExactly("time.train.wall");
    assertThat(answer.also().get(0).sentence()).contains("64 (3.000) is better than 8 (9.000)");
    assertThat(answer.levels()).extracting(AnswerLevel::seconds).containsExactly(9.0, 3.0);
    assertThat(answer.warnings())
        .anyMatch(warning -> warning.startsWith("not answered on test.loss: it is not there"));
  }

  @Test
  void aFileThatWasEditedWhileASweepRanLeavesItsSeedsPaired() {
    for (int seed = 1; seed <= 5; seed++) {
      double more = seed / 1000.0;
      edited("8", seed, seed > 3).metric(ACCURACY, 0.97 + more).finished();
      edited("64", seed, seed > 1).metric(ACCURACY, 0.90 + more * 1.1).finished();
      edited("128", seed, true).metric(ACCURACY, 0.90 + more * 1.2).finished();
    }

    Answer answer = RunAnswers.answer(new Inquiry(BATCH, ACCURACY), runs.all());

    assertThat(answer.comparisons()).allMatch(AnswerComparison::paired);
    assertThat(answer.warnings())
        .anyMatch(
            warning ->
                warning.startsWith(
                    "the levels differ in more than training.batchSize: also uncommitted changes"));
    List<AskedRun> both =
        runs.all().stream().filter(run -> !run.factor(BATCH).equals("128")).toList();
    assertThat(RunAnswers.answer(new Inquiry(BATCH, ACCURACY), both).warnings())
        .anyMatch(warning -> warning.endsWith("what that does counts as chance"));
  }

  private Runs.Made edited(String size, int seed, boolean edited) {
    return batch(size, seed).environment("uncommitted changes", edited ? "sha256 1…" : "none");
  }

  @Test
  void aLaterBestEpochIsNotABetterOne() {
    for (int seed = 1; seed <= 6; seed++) {
      batch("8", seed).metric("best.epoch", 10 + seed % 2).finished();
      batch("64", seed).metric("best.epoch", 3 + seed % 3).finished();
    }

    assertThat(RunAnswers.answer(new Inquiry(BATCH, "best.epoch"), runs.all()).sentence())
        .contains("8 (10.50) is higher than 64 (4.000) by 6.5")
        .doesNotContain("better");
  }

  @Test
  void whereEveryRunDivergedThatIsTheAnswer() {
    for (int seed = 1; seed <= 2; seed++) {
      batch("8", seed).diverged();
      batch("64", seed).diverged();
    }

    assertThat(RunAnswers.answer(new Inquiry(BATCH, ACCURACY), runs.all()).sentence())
        .startsWith("Undecided")
        .endsWith("Diverged: 2 of 2 at 8, 2 of 2 at 64.");
  }

  private Runs.Made batch(String size, int seed) {
    return runs.run(BATCH, size, "seed", "" + seed);
  }

  private Runs.Made run(String arm, String rate, int seed) {
    return runs.run(
        "data.normalize", arm, "training.updater.learningRate", rate, "seed", "" + seed);
  }

  private void arm(String arm, String rate, int seed, double accuracy) {
    run(arm, rate, seed).metric(ACCURACY, accuracy).finished();
  }

  private static Inquiry bestOf(String response) {
    return new Inquiry(
        null,
        "data.normalize",
        response,
        null,
        null,
        List.of(Budget.TRAINED),
        "training.updater.learningRate",
        List.of());
  }

  private static Inquiry inquiry(String factor, String response, Budget... budgets) {
    return new Inquiry(null, factor, response, null, null, List.of(budgets), null, List.of());
  }

  private static List<Double> means(AnswerPart part) {
    return part.levels().stream().map(level -> Math.rint(level.mean() * 1e9) / 1e9).toList();
  }
}
