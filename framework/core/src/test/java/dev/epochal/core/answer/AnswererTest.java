package dev.epochal.core.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.stats.Goal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnswererTest {
  private static final Asked ACCURACY =
      new Asked("training.batchSize", "validation.accuracy", Goal.MAX, null, 0.005);

  private static final Asked EPOCHS =
      new Asked("x", "epochsTo(validation.accuracy, 0.8)", Goal.MIN, null, Double.NaN);

  @Test
  void levelsThatDifferAreSaidToWithThePairedTest() {
    Answer answer =
        Answerer.answer(
            ACCURACY,
            runs(
                "5000", 0.862, 0.855, 0.859, 0.866, 0.861, "64", 0.971, 0.968, 0.970, 0.975,
                0.972));

    assertThat(answer.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(answer.levels()).extracting(AnswerLevel::level).containsExactly("64", "5000");
    AnswerComparison only = answer.comparisons().get(0);
    assertThat(only.paired()).isTrue();
    assertThat(only.test()).isEqualTo("paired t");
    assertThat(only.difference()).isCloseTo(-0.1106, within(1e-9));
    assertThat(answer.sentence())
        .startsWith(
            "Yes: training.batchSize changes validation.accuracy. 64 (97.12 %) is better than 5000"
                + " (86.06 %) by 11.06 points [10.")
        .contains("paired t, n = 5, p < 0.001");
    assertThat(answer.moreSeeds()).isNull();
  }

  @Test
  void whatAProgramReadsIsThereWhereItIsNothingToo() throws IOException {
    Answer answer = Answerer.answer(ACCURACY, runs("32", 0.9, 0.91, "64", 0.5, 0.52));

    JsonNode json = Json.mapper().readTree(Json.pretty(answer));

    assertThat(json.get("trend").isNull()).isTrue();
    assertThat(json.get("moreSeeds").isNull()).isTrue();
  }

  @Test
  void levelsWithinTheMarginAreTheSame() {
    Answer answer =
        Answerer.answer(
            ACCURACY,
            runs(
                "32", 0.9710, 0.9680, 0.9700, 0.9750, 0.9720, "64", 0.9712, 0.9679, 0.9703, 0.9748,
                0.9721));

    assertThat(answer.verdict()).isEqualTo(Verdict.SAME);
    assertThat(answer.sentence())
        .startsWith(
            "The same: training.batchSize does not change validation.accuracy by more than"
                + " 0.50 points");
  }

  @Test
  void whatIsTheSameAsAReferenceIsNotSaidOfTheOthersAmongEachOther() {
    Asked asked = new Asked("x", "validation.accuracy", Goal.MAX, "b", 0.005);
    Answer answer =
        Answerer.answer(
            asked,
            runs(
                "a", 0.9672, 0.9641, 0.9663, 0.9714, 0.9682, "b", 0.9710, 0.9680, 0.9700, 0.9750,
                0.9720, "c", 0.9748, 0.9719, 0.9739, 0.9787, 0.9759));

    assertThat(answer.verdict()).isEqualTo(Verdict.SAME);
    assertThat(answer.sentence())
        .startsWith(
            "The same: no level of x differs from b in validation.accuracy by more than 0.50"
                + " points; ");
  }

  @Test
  void whatIsNotSureIsUndecidedWithTheSeedsThatWouldSettleIt() {
    Answer answer =
        Answerer.answer(ACCURACY, runs("32", 0.971, 0.962, 0.980, "64", 0.975, 0.970, 0.972));

    assertThat(answer.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(answer.moreSeeds()).isGreaterThan(5);
    assertThat(answer.sentence())
        .contains("more seeds of each level would settle a difference of 0.50 points");
  }

  @Test
  void oneRunEachIsNoAnswer() {
    Answer answer = Answerer.answer(ACCURACY, runs("32", 0.9, "64", 0.5));

    assertThat(answer.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(answer.comparisons()).isEmpty();
    assertThat(answer.sentence()).startsWith("Undecided: there are not two levels");
    assertThat(answer.warnings()).anyMatch(warning -> warning.contains("one run alone"));
  }

  @Test
  void aReferenceOfOneRunIsSaidToBeTheReasonForNoAnswer() {
    Asked asked = new Asked("x", "validation.accuracy", Goal.MAX, "b", 0.005);

    assertThat(Answerer.answer(asked, runs("a", 0.9, 0.91, "b", 0.8, "c", 0.7, 0.71)).sentence())
        .isEqualTo(
            "Undecided: b of x, which the others are to be compared with, has not two runs.");
  }

  @Test
  void anArmThatDivergedWhollyIsAFindingWithFiveSeedsAlready() {
    Asked asked = new Asked("data.normalize", "validation.accuracy", Goal.MAX, null, 0.005);
    double nan = Double.NaN;
    Answer answer =
        Answerer.answer(
            asked, runs("unit", 0.971, 0.962, 0.980, 0.97, 0.975, "none", nan, nan, nan, nan, nan));

    assertThat(answer.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(answer.levels().get(1).diverged()).isEqualTo(5);
    // Wilcoxon's test of five pairs is never below 2/32.
    assertThat(answer.comparisons().get(0).test()).isEqualTo("Mann-Whitney");
    assertThat(answer.comparisons().get(0).p()).isCloseTo(2.0 / 252, within(1e-12));
    assertThat(answer.sentence())
        .contains("unit (97.16 %) is better than none, where every run diverged (Mann-Whitney")
        .endsWith("Diverged: 5 of 5 at none.");
  }

  @Test
  void anArmThatWhollyNeverCameSoFarIsAFindingToo() {
    Answer answer = Answerer.answer(EPOCHS, reached(5));

    assertThat(answer.comparisons().get(0).test()).isEqualTo("Mann-Whitney");
    assertThat(answer.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(answer.sentence())
        .contains("a (3.600) is better than b, where no run came so far (Mann-Whitney, n = 5")
        .endsWith("Never came so far: 5 of 5 at b.");
  }

  @Test
  void whereThereAreTooFewRunsToBeSureThatIsSaid() {
    assertThat(Answerer.answer(EPOCHS, reached(3)).sentence())
        .isEqualTo(
            "Undecided: no difference of epochsTo(validation.accuracy, 0.8) by x is sure; that of a"
                + " and b is as clear as ranks of 3 runs each can be, and to be sure takes 4 of each"
                + " level. Never came so far: 3 of 3 at b.");
    assertThat(
            Answerer.answer(
                    EPOCHS, runs("a", 3.0, 4.0, 3.0, 5.0, 4.0, "b", 4.0, 5.0, 4.0, 6.0, 5.0))
                .sentence())
        .contains("as clear as ranks of 5 runs each can be, and to be sure takes 6 of each level");
  }

  @Test
  void theLargestDifferenceIsNotSaidToBeWhereAnotherHasNoNumber() {
    List<Measured> runs = new ArrayList<>(reached(2));
    runs.addAll(runs("c", 3.0, 5.0));

    assertThat(Answerer.answer(EPOCHS, runs).sentence())
        .contains("; the largest that has a number is that of a and c, ");
  }

  /** Of a all did, of b none. */
  private static List<Measured> reached(int n) {
    List<Measured> runs = new ArrayList<>();
    double[] epochs = {3, 4, 3, 4, 4};
    for (int seed = 0; seed < n; seed++) {
      runs.add(new Measured("a", "seed " + seed, epochs[seed]));
      runs.add(new Measured("b", "seed " + seed, Double.NaN, Lack.UNREACHED));
    }
    return runs;
  }

  @Test
  void someDivergedRunsAreTheWorstOfTheirPairs() {
    double nan = Double.NaN;
    Answer answer =
        Answerer.answer(
            ACCURACY,
            runs(
                "unit", 0.971, 0.962, 0.980, 0.97, 0.975, 0.972, "none", nan, nan, nan, nan, nan,
                0.9));

    assertThat(answer.comparisons().get(0).test()).isEqualTo("Wilcoxon signed rank");
    assertThat(answer.comparisons().get(0).p()).isCloseTo(2.0 / 64, within(1e-12));
    assertThat(answer.sentence()).endsWith("Diverged: 5 of 6 at none.");
  }

  @Test
  void runsThatWereStoppedOrNeverCameSoFarAreCountedApart() {
    List<Measured> runs = new ArrayList<>(runs("a", 3.0, 4.0, 3.0));
    runs.add(new Measured("b", "seed 0", Double.NaN, Lack.UNREACHED));
    runs.add(new Measured("b", "seed 1", Double.NaN, Lack.STOPPED));
    runs.add(new Measured("b", "seed 2", 5.0));
    Answer answer = Answerer.answer(EPOCHS, runs);

    AnswerLevel b = answer.levels().get(1);
    assertThat(List.of(b.n(), b.diverged(), b.unreached(), b.stopped()))
        .containsExactly(3, 0, 1, 1);
    assertThat(answer.sentence())
        .endsWith("Never came so far: 1 of 3 at b. Stopped early: 1 of 3 at b.");
    assertThat(answer.verdict()).isNotEqualTo(Verdict.SAME);
  }

  @Test
  void threeEqualDifferencesOfWholeNumbersAreNoProof() {
    Answer answer = Answerer.answer(EPOCHS, runs("a", 3.0, 4.0, 3.0, "b", 4.0, 5.0, 4.0));

    AnswerComparison only = answer.comparisons().get(0);
    assertThat(answer.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(only.test()).isEqualTo("Wilcoxon signed rank");
    assertThat(only.p()).isCloseTo(0.25, within(1e-12));
    assertThat(only.ci().low()).isNaN();
    assertThat(answer.sentence()).contains("that of a and b, 1.00, p = 0.250");
  }

  @Test
  void equalNumbersAreTheSameWhereTheParametersAreToTheBit() {
    Asked asked = new Asked("x", "validation.accuracy", Goal.MAX, null, 0.005);
    List<Measured> runs = new ArrayList<>();
    List<Measured> others = new ArrayList<>();
    for (String level : List.of("a", "b")) {
      for (int seed = 0; seed < 2; seed++) {
        double value = 0.9 + seed / 100.0;
        runs.add(new Measured(level, "" + seed, value, Lack.NONE, "", "sha of " + seed));
        others.add(new Measured(level, "" + seed, value, Lack.NONE, "", level + seed));
      }
    }

    assertThat(Answerer.answer(asked, runs).verdict()).isEqualTo(Verdict.SAME);
    assertThat(Answerer.answer(asked, others).verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void theNoiseIsOfRunsThatDifferInSeedsAlone() {
    List<Measured> runs = new ArrayList<>();
    for (String level : List.of("a", "b")) {
      for (int rate = 1; rate <= 3; rate++) {
        for (int seed = 0; seed < 3; seed++) {
          String group = "rate=" + rate;
          double value = rate / 10.0 + seed / 1000.0;
          runs.add(new Measured(level, group + ", seed=" + seed, value, Lack.NONE, group, null));
        }
      }
    }
    List<Measured> once = runs.stream().filter(run -> run.block().endsWith("seed=0")).toList();

    assertThat(Answerer.answer(ACCURACY, runs).noiseSd()).isCloseTo(0.001, within(1e-9));
    assertThat(Answerer.answer(ACCURACY, once).noiseSd()).isNaN();
  }

  @Test
  void oneLostTrialLeavesTheOthersPaired() {
    List<Measured> runs = runs("a", 0.91, 0.925, 0.93, 0.915, 0.92, "b", 0.92, 0.934, 0.941, 0.926);
    Answer answer = Answerer.answer(ACCURACY, runs);

    AnswerComparison only = answer.comparisons().get(0);
    assertThat(only.test()).isEqualTo("paired t");
    assertThat(only.n()).isEqualTo(4);
    assertThat(only.difference()).isCloseTo(0.01025, within(1e-9));
    assertThat(answer.warnings())
        .contains(
            "runs with no partner at the other level are left out of that pair of levels (a and b: 1)");
  }

  @Test
  void aRunThatDivergedIsNotLeftOutBecauseItHasNoPartner() {
    List<Measured> runs = new ArrayList<>(runs("a", 0.91, 0.925, 0.93, "b", 0.92, 0.934));
    runs.set(2, new Measured("a", "seed 2", Double.NaN));

    AnswerComparison only = Answerer.answer(ACCURACY, runs).comparisons().get(0);

    assertThat(only.paired()).isFalse();
    assertThat(only.test()).isEqualTo("Mann-Whitney");
  }

  @Test
  void blocksThatAreNotSharedAreComparedWithWelch() {
    List<Measured> runs = new ArrayList<>(runs("a", 0.91, 0.925, 0.93, 0.915, 0.92));
    double[] others = {0.94, 0.935, 0.95, 0.93, 0.955, 0.945};
    for (int i = 0; i < others.length; i++) {
      runs.add(new Measured("b", "seed " + (100 + i), others[i]));
    }
    AnswerComparison only = Answerer.answer(ACCURACY, runs).comparisons().get(0);

    assertThat(only.paired()).isFalse();
    assertThat(only.test()).isEqualTo("Welch t");
    assertThat(only.p()).isCloseTo(0.0019287343508297412, within(1e-9));
  }

  @Test
  void aReferenceIsComparedWithEachOtherAlone() {
    Asked asked = new Asked("x", "validation.loss", Goal.MIN, "b", Double.NaN);
    Answer answer =
        Answerer.answer(asked, runs("a", 1.0, 1.1, 1.2, "b", 2.0, 2.1, 2.2, "c", 3.0, 3.1, 3.3));

    assertThat(answer.comparisons())
        .extracting(one -> one.a() + one.b())
        .containsExactly("ab", "bc");
    assertThat(answer.sentence()).contains("b (2.100) is better than c (3.133)");
  }

  /** A level's name, then its values: the first is of seed 0. */
  static List<Measured> runs(Object... levelsAndValues) {
    List<Measured> runs = new ArrayList<>();
    String level = "";
    int seed = 0;
    for (Object one : levelsAndValues) {
      if (one instanceof String name) {
        level = name;
        seed = 0;
      } else {
        runs.add(new Measured(level, "seed " + seed++, (Double) one));
      }
    }
    return runs;
  }
}
