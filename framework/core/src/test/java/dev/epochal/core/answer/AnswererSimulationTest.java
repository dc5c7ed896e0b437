package dev.epochal.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.stats.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The whole procedure on 2,000 sweeps whose truth is known. */
final class AnswererSimulationTest {
  private static final int SWEEPS = 2_000;
  private static final double MARGIN = 0.005;
  private static final double NOISE = 0.006;
  private static final double SEED_EFFECT = 0.004;
  private static final Asked ASKED = new Asked("x", "validation.accuracy", Goal.MAX, null, MARGIN);

  private static final Asked EPOCHS =
      new Asked("x", "epochsTo(validation.accuracy, 0.8)", Goal.MIN, null, Double.NaN);

  @Test
  void claimsNoDifferenceWhereThereIsNone() {
    for (boolean crossed : new boolean[] {true, false}) {
      Random random = new Random(1);
      int claimed = 0;
      for (int i = 0; i < SWEEPS; i++) {
        Answer answer = Answerer.answer(ASKED, sweep(random, 5, crossed, 0, 0, 0, 0));
        claimed += answer.verdict() == Verdict.DIFFERENT ? 1 : 0;
      }
      assertThat(claimed / (double) SWEEPS).as("crossed %s", crossed).isLessThanOrEqualTo(0.05);
    }
  }

  @Test
  void claimsNoDifferenceOfWholeNumbersWhereThereIsNone() {
    for (int n : new int[] {2, 3, 5, 8}) {
      for (boolean crossed : new boolean[] {true, false}) {
        Random random = new Random(6);
        int claimed = 0;
        for (int i = 0; i < SWEEPS; i++) {
          List<Measured> epochs =
              sweep(random, n, crossed, 0, 0).stream().map(AnswererSimulationTest::whole).toList();
          claimed += Answerer.answer(EPOCHS, epochs).verdict() == Verdict.DIFFERENT ? 1 : 0;
        }
        // 5 %, twice the standard error of the simulation, and what t is off by of so few numbers.
        assertThat(claimed / (double) SWEEPS)
            .as("n = %d, crossed %s", n, crossed)
            .isLessThanOrEqualTo(0.07);
      }
    }
  }

  private static Measured whole(Measured run) {
    return new Measured(run.level(), run.block(), Math.rint((run.value() - 0.9) / NOISE));
  }

  @Test
  void findsTheDifferenceOfTheMarginAtTheNumberOfSeedsThatItAdvises() {
    for (boolean crossed : new boolean[] {true, false}) {
      Random random = new Random(2);
      int found = 0;
      int asked = 0;
      for (int i = 0; i < SWEEPS; i++) {
        Answer pilot = Answerer.answer(ASKED, sweep(random, 20, crossed, 0, MARGIN));
        if (pilot.moreSeeds() == null) {
          continue;
        }
        asked++;
        int n = 20 + pilot.moreSeeds();
        Answer answer = Answerer.answer(ASKED, sweep(random, n, crossed, 0, MARGIN));
        found += answer.verdict() == Verdict.DIFFERENT ? 1 : 0;
      }
      assertThat(asked).isGreaterThan(SWEEPS / 10);
      assertThat(found / (double) asked).as("crossed %s", crossed).isGreaterThanOrEqualTo(0.75);
    }
  }

  @Test
  void intervalsCoverTheTruth() {
    for (boolean crossed : new boolean[] {true, false}) {
      Random random = new Random(3);
      int covered = 0;
      int means = 0;
      for (int i = 0; i < SWEEPS; i++) {
        Answer answer = Answerer.answer(ASKED, sweep(random, 5, crossed, 0, 0.01));
        AnswerComparison one = answer.comparisons().get(0);
        covered += one.ci().low() <= 0.01 && 0.01 <= one.ci().high() ? 1 : 0;
        AnswerLevel level = answer.levels().get(0);
        means += level.ci().low() <= 0.9 && 0.9 <= level.ci().high() ? 1 : 0;
      }
      assertThat(covered / (double) SWEEPS).as("crossed %s", crossed).isBetween(0.93, 0.97);
      assertThat(means / (double) SWEEPS).as("crossed %s", crossed).isBetween(0.93, 0.97);
    }
  }

  @Test
  void saysSameOfWhatIsSoAndSeldomOfWhatIsNot() {
    Random random = new Random(4);
    int same = 0;
    int wrong = 0;
    for (int i = 0; i < SWEEPS; i++) {
      same +=
          Answerer.answer(ASKED, sweep(random, 40, true, 0, 0)).verdict() == Verdict.SAME ? 1 : 0;
      wrong +=
          Answerer.answer(ASKED, sweep(random, 40, true, 0, MARGIN)).verdict() == Verdict.SAME
              ? 1
              : 0;
    }
    assertThat(same / (double) SWEEPS).isGreaterThan(0.8);
    assertThat(wrong / (double) SWEEPS).isLessThanOrEqualTo(0.06);
  }

  @Test
  void claimsNoDifferenceWhereEachLevelChoseItsBestOfManyThatAreTheSame() {
    Random random = new Random(5);
    Inquiry inquiry =
        new Inquiry(
            null,
            "x",
            "validation.accuracy",
            null,
            MARGIN,
            List.of(Budget.TRAINED),
            "rate",
            List.of());
    int claimed = 0;
    double bias = 0;
    for (int i = 0; i < SWEEPS; i++) {
      Runs runs = new Runs();
      for (int seed = 1; seed <= 8; seed++) {
        double shared = SEED_EFFECT * random.nextGaussian();
        // Of one level there are four values to choose from, of the other one.
        for (int rate = 0; rate <= 4; rate++) {
          runs.run("x", rate == 0 ? "a" : "b", "rate", "" + Math.max(1, rate), "seed", "" + seed)
              .metric("validation.accuracy", 0.9 + shared + NOISE * random.nextGaussian())
              .finished();
        }
      }
      Answer answer = RunAnswers.answer(inquiry, runs.all());
      claimed += answer.verdict() == Verdict.DIFFERENT ? 1 : 0;
      bias += answer.comparisons().get(0).difference() / SWEEPS;
    }
    // 5 %, and twice the standard error of the simulation.
    assertThat(claimed / (double) SWEEPS).isLessThanOrEqualTo(0.06);
    assertThat(bias).isBetween(-0.0003, 0.0003);
  }

  /** Accuracies around 0.9, each level shifted by an effect. */
  private static List<Measured> sweep(Random random, int n, boolean crossed, double... effects) {
    List<Measured> runs = new ArrayList<>();
    double[] seeds = random.doubles(n).map(u -> SEED_EFFECT * random.nextGaussian()).toArray();
    for (int level = 0; level < effects.length; level++) {
      for (int seed = 0; seed < n; seed++) {
        double shared = crossed ? seeds[seed] : SEED_EFFECT * random.nextGaussian();
        runs.add(
            new Measured(
                "level " + level,
                crossed ? "seed " + seed : "seed " + (level * n + seed),
                0.9 + effects[level] + shared + NOISE * random.nextGaussian()));
      }
    }
    return runs;
  }
}
