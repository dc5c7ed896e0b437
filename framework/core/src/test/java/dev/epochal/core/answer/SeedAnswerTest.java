package dev.epochal.core.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What a seed does: how far runs spread that differ in nothing else. */
final class SeedAnswerTest {
  private static final String ACCURACY = "validation.accuracy";

  private final Runs runs = new Runs();

  @Test
  void seedsAreAnsweredByTheirSpread() {
    double[] values = {0.91, 0.925, 0.93, 0.915, 0.92};
    for (int seed = 0; seed < values.length; seed++) {
      runs.run("seed", "" + seed).metric(ACCURACY, values[seed]).parameters("" + seed).finished();
    }

    Answer answer = RunAnswers.answer(new Inquiry("seed", ACCURACY), runs.all());

    assertThat(answer.comparisons()).isEmpty();
    assertThat(answer.levels()).extracting(AnswerLevel::level).containsExactly("all");
    assertThat(answer.spread().sd()).isCloseTo(0.007905694150420955, within(1e-9));
    assertThat(answer.noiseSd()).isEqualTo(answer.spread().sd());
    assertThat(answer.sentence())
        .startsWith(
            "validation.accuracy over 5 values of seed: mean 92.00 %, standard deviation"
                + " 0.79 points [0.47, 2.27], from 91.00 % to 93.00 %; no two end with the same");
    assertThat(answer.verdict()).isEqualTo(Verdict.DIFFERENT);
  }

  @Test
  void anotherFactorIsNoNoiseOfSeeds() {
    for (int batch = 1; batch <= 4; batch++) {
      for (int seed = 1; seed <= 3; seed++) {
        runs.run("training.batchSize", "" + batch, "seed", "" + seed)
            .metric(ACCURACY, batch / 10.0 + seed / 1000.0)
            .parameters(batch + "/" + seed)
            .finished();
      }
    }

    Answer answer = RunAnswers.answer(new Inquiry("seed", ACCURACY), runs.all());

    assertThat(answer.levels())
        .extracting(AnswerLevel::level)
        .containsExactly(
            "training.batchSize=1",
            "training.batchSize=2",
            "training.batchSize=3",
            "training.batchSize=4");
    assertThat(answer.noiseSd()).isCloseTo(0.001, within(1e-9));
    assertThat(answer.spread()).isNull();
    assertThat(answer.sentence())
        .startsWith(
            "validation.accuracy over 3 values of seed, within each of 4 groups of runs that agree in"
                + " training.batchSize: standard deviation 0.10 points [");
    assertThat(answer.warnings())
        .contains(
            "these runs differ in training.batchSize too: only runs that agree in it are compared");
  }

  @Test
  void otherParametersBecauseOfAnotherFactorAreNotOfTheSeed() {
    for (int batch = 1; batch <= 2; batch++) {
      for (int seed = 1; seed <= 2; seed++) {
        runs.run("training.batchSize", "" + batch, "seed", "" + seed)
            .metric(ACCURACY, batch / 10.0)
            .parameters("of batch " + batch)
            .finished();
      }
    }

    Answer answer = RunAnswers.answer(new Inquiry("seed", ACCURACY), runs.all());

    assertThat(answer.verdict()).isEqualTo(Verdict.SAME);
    assertThat(answer.sentence()).contains("the parameters are the same to the bit");
  }

  @Test
  void runsWithoutAValueAreSaid() {
    runs.run("seed", "1").metric(ACCURACY, 0.91).parameters("1").finished();
    runs.run("seed", "2").metric(ACCURACY, 0.92).parameters("2").finished();
    runs.run("seed", "3").diverged();
    runs.run("seed", "4").stoppedEarly();

    Answer answer = RunAnswers.answer(new Inquiry("seed", ACCURACY), runs.all());

    assertThat(answer.sentence())
        .endsWith("more than chance. Diverged: 1 of 4 at all. Stopped early: 1 of 4 at all.");
  }

  @Test
  void seedsThatNeverAgreeInTheRestTellNothing() {
    for (int seed = 1; seed <= 3; seed++) {
      runs.run("training.batchSize", "" + seed, "seed", "" + seed)
          .metric(ACCURACY, 0.9 + seed / 100.0)
          .finished();
    }

    Answer answer = RunAnswers.answer(new Inquiry("seed", ACCURACY), runs.all());

    assertThat(answer.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(answer.noiseSd()).isNaN();
    assertThat(answer.sentence())
        .isEqualTo(
            "Undecided: no two runs with a value differ in seed and agree in training.batchSize.");
    assertThat(answer.levels()).hasSize(3);
  }
}
