package dev.epochal.figures.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.LossHistory;
import dev.epochal.core.plan.Loss;
import dev.epochal.figures.caption.Course.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each verdict, and what its caption says in the run's own numbers. */
class CourseTest {
  private static final Guess GUESS = Guess.of(Loss.MCXENT, 10);

  @Test
  void anOverfittingRunIsTold() {
    LossHistory history = history(30, e -> 1.0 / e, e -> 0.3 + 0.02 * Math.abs(e - 10));

    assertThat(verdict(history)).isEqualTo(Verdict.OVERFITTING);
    assertThat(caption(history))
        .contains("Validation loss is lowest at epoch 10 (0.3)")
        .contains("since then it has risen by 126.7 %, to 0.68 in the mean of the last 3")
        .contains("This is overfitting: meanwhile the train loss went on from 0.1 to 0.03333")
        .contains("Stopping at epoch 10");
  }

  @Test
  void aGapThatDoesNotGrowIsOverfittingToo() {
    LossHistory history = history(30, e -> 0.1, e -> 0.5);

    assertThat(verdict(history)).isEqualTo(Verdict.OVERFITTING);
    assertThat(caption(history)).contains("0.5, 5 times the train loss of 0.1");
  }

  @Test
  void anUnderfittingRunIsTold() {
    LossHistory history = history(30, e -> 2.2 - 0.01 * e, e -> 2.2 - 0.01 * e);

    assertThat(verdict(history)).isEqualTo(Verdict.UNDERFITTING);
    assertThat(caption(history))
        .contains("This is underfitting: even the train loss is still 1.9")
        .contains("more than half of the 2.303 of guessing among 10 classes")
        .contains("still falling: more epochs");
  }

  @Test
  void anUnderfittingRunThatStandsStillNeedsSomethingElseThanEpochs() {
    assertThat(caption(history(30, e -> 1.9, e -> 1.9)))
        .contains("no longer falls: another learning rate or a larger network");
    assertThat(caption(history(30, e -> 2.3, e -> 2.3)))
        .contains("no better than guessing", "try a lower learning rate first");
  }

  @Test
  void aDivergedRunIsTold() {
    LossHistory toNaN =
        history(9, e -> e < 5 ? 1.0 / e : Double.NaN, e -> e < 5 ? 1.0 / e : Double.NaN);
    LossHistory toHuge = history(9, e -> Math.pow(10, e), e -> Math.pow(10, e));

    assertThat(verdict(toNaN)).isEqualTo(Verdict.DIVERGED);
    assertThat(caption(toNaN))
        .contains("lowest at epoch 4 (0.25); at the end it is not a finite number")
        .contains("Training diverged: the train loss went from 1 to NaN");
    assertThat(verdict(toHuge)).isEqualTo(Verdict.DIVERGED);
    assertThat(caption(history(9, e -> e < 5 ? 45.0 / e : 45, e -> e < 5 ? 45.0 / e : 45)))
        .contains("Training diverged: the train loss went from 11.25 to 45");
    assertThat(caption(history(2, e -> Double.NaN, e -> Double.NaN)))
        .contains("No epoch has a finite validation loss.");
  }

  @Test
  void whatFallsFromFarAboveGuessingHasNotDiverged() {
    LossHistory falling = history(9, e -> 50 - 5.0 * e, e -> 50 - 5.0 * e);
    LossHistory standing = history(9, e -> 21 - 0.01 * e, e -> 20);

    assertThat(verdict(falling)).isEqualTo(Verdict.FAR_ABOVE_GUESSING);
    assertThat(caption(falling))
        .contains("the train loss is still 5 at the end, where guessing among 10 classes has 2.303")
        .contains("still falling: more epochs")
        .doesNotContain("diverged");
    assertThat(caption(standing)).contains("the train loss is still 20.91", "no longer falls");
  }

  @Test
  void oneEpochWithALargeLossHasNotDiverged() {
    assertThat(verdict(history(1, e -> 30, e -> 25))).isEqualTo(Verdict.ONE_EPOCH);
    assertThat(verdict(history(1, e -> Double.NaN, e -> 25))).isEqualTo(Verdict.DIVERGED);
  }

  /** The lowest epoch and the end are 40 % apart: one outlier, and no rise. */
  @Test
  void aSingleLowEpochIsToldFromTheMeans() {
    LossHistory history = history(100, e -> 0.45, e -> e == 50 ? 0.3 : 0.42);

    assertThat(verdict(history)).isEqualTo(Verdict.SETTLED);
    assertThat(caption(history))
        .contains(
            "lowest at epoch 50 (0.3), a single low epoch; averaged over 10 epochs it is flat")
        .contains("at 0.42 in the mean of the last 10 epochs")
        .doesNotContain("since then");
  }

  @Test
  void oneEpochHasNoCourse() {
    LossHistory history = history(1, e -> 2.0, e -> 1.9);

    assertThat(verdict(history)).isEqualTo(Verdict.ONE_EPOCH);
    assertThat(caption(history))
        .contains("Validation loss is lowest at epoch 1 (1.9), the only one.")
        .contains("After one epoch there is no course yet");
    assertThat(caption(history(0, e -> 0, e -> 0))).isEqualTo("No epoch was completed.");
  }

  @Test
  void otherLossesAreMeasuredAgainstTheirOwnGuess() {
    assertThat(Guess.of(Loss.XENT, 2).loss()).isCloseTo(2 * Math.log(2), within(1e-12));
    assertThat(Guess.of(Loss.MSE, 10).loss()).isCloseTo(0.09, within(1e-12));
    assertThat(Guess.of(Loss.L1, 10).loss()).isCloseTo(1.8, within(1e-12));

    LossHistory squares = history(9, e -> 0.085, e -> 0.085);
    assertThat(Course.of(squares, Guess.of(Loss.MSE, 10)).verdict())
        .isEqualTo(Verdict.UNDERFITTING);
  }

  @Test
  void lossesThatRiseTogetherAreUnstable() {
    assertThat(
            verdict(
                history(
                    20, e -> 0.5 + 0.02 * Math.abs(e - 10), e -> 0.5 + 0.02 * Math.abs(e - 10))))
        .isEqualTo(Verdict.UNSTABLE);
  }

  @Test
  void aRunThatStillLearnsIsToldFromOneThatHasSettled() {
    LossHistory falling = history(40, e -> 1.0 - 0.02 * e, e -> 1.0 - 0.02 * e);
    LossHistory settled = history(50, e -> 0.4, e -> e == 47 ? 0.4441 : 0.445);

    assertThat(verdict(falling)).isEqualTo(Verdict.FALLING);
    assertThat(caption(falling)).contains("still falling, by 25.8 % over the last 4 epochs");
    assertThat(verdict(settled)).isEqualTo(Verdict.SETTLED);
    assertThat(caption(settled))
        .contains(
            "lowest at epoch 47 (0.4441); since then it is flat (0.4448 in the mean of the last 5 epochs)")
        .contains("Neither overfitting nor underfitting");
  }

  @Test
  void oneJumpAtTheEndDecidesNothing() {
    assertThat(verdict(history(100, e -> 0.4, e -> e == 100 ? 0.5 : 0.42)))
        .isEqualTo(Verdict.SETTLED);
  }

  @Test
  void whyValidationLiesBelowTrainIsSaid() {
    assertThat(caption(history(10, e -> 0.5, e -> 0.4)))
        .contains("with dropout on")
        .contains("below the train loss in 10 of 10 epochs means nothing bad");
  }

  private static Verdict verdict(LossHistory history) {
    return Course.of(history, GUESS).verdict();
  }

  private static String caption(LossHistory history) {
    return String.join(" ", LossHistoryCaption.of(history, GUESS, true).paragraphs());
  }

  private static LossHistory history(
      int epochs, IntToDoubleFunction train, IntToDoubleFunction validation) {
    List<Integer> numbers = IntStream.rangeClosed(1, epochs).boxed().toList();
    List<Double> half = Collections.nCopies(epochs, 0.5);
    return LossHistory.byEpoch(
        new FigureSubject("run", "id", "mnist", null),
        100,
        50,
        numbers,
        numbers.stream().map(train::applyAsDouble).toList(),
        numbers.stream().map(validation::applyAsDouble).toList(),
        half,
        half);
  }
}
