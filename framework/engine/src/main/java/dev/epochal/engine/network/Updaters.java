package dev.epochal.engine.network;

import dev.epochal.core.plan.UpdaterPlan;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

/** Each planned updater as DL4J's, or as one of ours where DL4J has none. */
final class Updaters {
  private Updaters() {}

  static IUpdater of(UpdaterPlan plan) {
    if (plan instanceof UpdaterPlan.Adam adam) {
      return new Adam(adam.learningRate(), adam.beta1(), adam.beta2(), adam.epsilon());
    }
    UpdaterPlan.Sgd sgd = (UpdaterPlan.Sgd) plan;
    return sgd.momentum() == 0
        ? new Sgd(sgd.learningRate())
        : new PlainMomentum(sgd.learningRate(), sgd.momentum());
  }

  /**
   * What stands for the updater in a model that must open without our classes: DL4J's nearest, for
   * those who train on; it has no part in predictions.
   */
  static IUpdater portable(UpdaterPlan plan) {
    return of(plan) instanceof PlainMomentum own
        ? new Nesterovs(own.getLearningRate(0, 0), own.momentum())
        : of(plan);
  }
}
