package dev.epochal.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When reports are made, on a clock of the test. */
class UiBudgetTest {
  private static final long MILLI = 1_000_000;

  /** The updates that get a report. */
  private static List<Long> reported(
      UiBudget budget, long updates, long updateMillis, long reportMillis) {
    List<Long> reported = new ArrayList<>();
    long now = 0;
    for (long update = 1; update <= updates; update++) {
      if (budget.admits(update, now)) {
        reported.add(update);
        budget.reported(reportMillis * MILLI);
        now += reportMillis * MILLI;
      }
      now += updateMillis * MILLI;
    }
    return reported;
  }

  @Test
  void whatIsCheapComesAsAskedFor() {
    UiBudget budget = new UiBudget(10, 100, 0);
    assertThat(reported(budget, 100, 100, 1))
        .containsExactly(1L, 11L, 21L, 31L, 41L, 51L, 61L, 71L, 81L, 91L);
    assertThat(budget.stretched()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "5, 20", "70, 70", "7000, 300"})
  void whatIsDearTakesNoMoreThanTwoPercentOfALongTraining(long updateMillis, long reportMillis) {
    long updates = 400_000 / updateMillis;
    UiBudget budget = new UiBudget(1, updates, 0);
    List<Long> reported = reported(budget, updates, updateMillis, reportMillis);
    double training = updates * updateMillis / 1e3;
    assertThat(budget.spentSeconds())
        .isBetween(0.005 * training, 0.0201 * (training + budget.spentSeconds()));
    assertThat(budget.stretched()).isTrue();
    assertThat(reported.get(reported.size() - 1)).isGreaterThan(updates * 9 / 10);
  }

  @Test
  void ofATrainingOfSecondsTheWholeIsSeen() {
    UiBudget budget = new UiBudget(1, 100, 0);
    List<Long> reported = reported(budget, 100, 10, 20);
    assertThat(budget.spentSeconds()).isLessThan(0.3);
    assertThat(reported).hasSizeGreaterThan(10);
    assertThat(reported.get(reported.size() / 2)).isBetween(40L, 60L);
  }

  @Test
  void whatIsSaidOfItHolds() {
    UiBudget budget = new UiBudget(1, 20, 0);
    budget.admits(1, 0);
    budget.reported(750 * MILLI);
    assertThat(budget.admits(2, 800 * MILLI)).isTrue();
    budget.reported(40 * MILLI);
    assertThat(budget.admits(3, 900 * MILLI)).isFalse();
    // The first alone took more than 2 % of the 30 s that this training may last.
    assertThat(budget.whyFewer())
        .startsWith("a report for the training UI takes 40 ms: fewer are made")
        .endsWith("at most 2 % of training once it has lasted 50 s, and 1.00 s until then");
  }

  @Test
  void aSessionDoesNotGrowWithoutBound() {
    UiBudget budget = new UiBudget(1, 1_000_000, 0);
    assertThat(reported(budget, 1_000_000, 1_000, 1)).hasSizeBetween(9_000, 11_000);
  }
}
