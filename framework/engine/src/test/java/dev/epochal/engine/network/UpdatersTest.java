package dev.epochal.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.plan.SchedulePlan;
import dev.epochal.core.plan.SchedulePlan.Per;
import dev.epochal.core.plan.UpdaterPlan;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/** What each updater takes off two parameters for the gradients (0.5, −2) and then (1, 0). */
final class UpdatersTest {
  @Test
  void sgd() {
    assertSteps(new UpdaterPlan.Sgd(0.1, 0), 0.05, -0.2, 0.1, 0);
  }

  @Test
  void plainMomentum() {
    // v: (0.5, −2), (0.9·0.5 + 1, 0.9·−2).
    assertSteps(new UpdaterPlan.Sgd(0.1, 0.9), 0.05, -0.2, 0.145, -0.18);
  }

  @Test
  void plainMomentumUnderAScheduleKeepsTheRateOutOfTheVelocity() {
    assertSteps(
        new UpdaterPlan.Sgd(0.1, 0.9, false, new SchedulePlan.Exponential(0.5, Per.UPDATE)),
        0.05,
        -0.2,
        0.0725,
        -0.09);
  }

  @Test
  void nesterovsMomentum() {
    // v: (−0.05, 0.2), (0.9·−0.05 − 0.1, 0.18); step: 0.9·v before − 1.9·v.
    assertSteps(
        new UpdaterPlan.Sgd(0.1, 0.9, true, null),
        1.9 * 0.05,
        -1.9 * 0.2,
        0.9 * -0.05 + 1.9 * 0.145,
        0.9 * 0.2 - 1.9 * 0.18);
  }

  @Test
  void adam() {
    // Of the first step only the sign is left. Then m is 0.9·0.1·0.5 + 0.1·1 and 0.9·0.1·−2.
    double v1 = 0.999 * 0.001 * 0.25 + 0.001;
    double v2 = 0.999 * 0.001 * 4;
    double rate = 0.1 * Math.sqrt(1 - 0.999 * 0.999) / (1 - 0.81);
    assertSteps(
        new UpdaterPlan.Adam(0.1, 0.9, 0.999, 1e-8),
        0.1,
        -0.1,
        rate * 0.145 / Math.sqrt(v1),
        rate * -0.18 / Math.sqrt(v2));
  }

  @Test
  void rmsprop() {
    // s: 0.1·(0.25, 4), then 0.9·s + 0.1·(1, 0).
    assertSteps(
        new UpdaterPlan.RmsProp(0.1, 0.9, 1e-8),
        0.1 * 0.5 / Math.sqrt(0.025),
        -0.1 * 2 / Math.sqrt(0.4),
        0.1 / Math.sqrt(0.1225),
        0);
  }

  @Test
  void adagrad() {
    // s: (0.25, 4), (1.25, 4).
    assertSteps(new UpdaterPlan.AdaGrad(0.1, 1e-10), 0.1, -0.1, 0.1 / Math.sqrt(1.25), 0);
  }

  @Test
  void stepScheduleFallsAfterSoManyEpochs() {
    IUpdater updater =
        Updaters.of(new UpdaterPlan.Sgd(1, 0.9, true, new SchedulePlan.Step(0.1, 2, Per.EPOCH)));

    assertThat(updater.getLearningRate(99, 1)).isEqualTo(1);
    assertThat(updater.getLearningRate(99, 2)).isCloseTo(0.1, within(1e-12));
    assertThat(updater.getLearningRate(99, 4)).isCloseTo(0.01, within(1e-12));
  }

  @Test
  void polyScheduleFallsToZero() {
    IUpdater updater =
        Updaters.of(new UpdaterPlan.RmsProp(1, 0.9, 1e-8, new SchedulePlan.Poly(2, 4, Per.UPDATE)));

    assertThat(updater.getLearningRate(0, 9)).isEqualTo(1);
    assertThat(updater.getLearningRate(1, 9)).isCloseTo(0.5625, within(1e-12));
    assertThat(updater.getLearningRate(3, 9)).isCloseTo(0.0625, within(1e-12));
    assertThat(updater.getLearningRate(4, 9)).isZero();
  }

  @Test
  void aSchedulesRateIsThatOfEveryUpdater() {
    SchedulePlan half = new SchedulePlan.Exponential(0.5, Per.EPOCH);

    assertThat(
            new UpdaterPlan[] {
              new UpdaterPlan.Sgd(1, 0, false, half),
              new UpdaterPlan.Sgd(1, 0.9, false, half),
              new UpdaterPlan.Sgd(1, 0.9, true, half),
              new UpdaterPlan.Adam(1, 0.9, 0.999, 1e-8, half),
              new UpdaterPlan.RmsProp(1, 0.9, 1e-8, half),
              new UpdaterPlan.AdaGrad(1, 1e-10, half),
            })
        .allSatisfy(plan -> assertThat(Updaters.of(plan).getLearningRate(7, 2)).isEqualTo(0.25));
  }

  private static void assertSteps(UpdaterPlan plan, double... expected) {
    IUpdater config = Updaters.of(plan);
    long state = config.stateSize(2);
    assertThat(state).isEqualTo(2L * plan.stateValues());
    // An updater without state takes none, not an empty one.
    INDArray view = state == 0 ? null : Nd4j.zeros(DataType.FLOAT, 1, state);
    GradientUpdater<?> updater = config.instantiate(view, true);
    if (state > 0) {
      updater.setStateViewArray(view, new long[] {2}, 'c', true);
    }
    INDArray first = Nd4j.createFromArray(0.5f, -2f);
    updater.applyUpdater(first, 0, 0);
    INDArray second = Nd4j.createFromArray(1f, 0f);
    updater.applyUpdater(second, 1, 0);

    double[] steps = Nd4j.concat(0, first, second).toDoubleVector();
    for (int i = 0; i < 4; i++) {
      assertThat(steps[i]).isCloseTo(expected[i], within(1e-5));
    }
  }
}
