package dev.epochal.engine.network;

import dev.epochal.core.plan.SchedulePlan;
import dev.epochal.core.plan.UpdaterPlan;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/** Each planned updater as DL4J's, or as one of ours where DL4J has none. */
final class Updaters {
  private Updaters() {}

  static IUpdater of(UpdaterPlan plan) {
    IUpdater updater = constant(plan);
    SchedulePlan schedule = plan.schedule();
    if (schedule != null) {
      updater.setLrAndSchedule(plan.learningRate(), schedule(schedule, plan.learningRate()));
    }
    return updater;
  }

  /**
   * What stands for the updater in a model that must open without our classes: DL4J's nearest, for
   * those who train on, beginning at the spec's learning rate; it has no part in predictions.
   */
  static IUpdater portable(UpdaterPlan plan) {
    return constant(plan) instanceof PlainMomentum own
        ? new Nesterovs(plan.learningRate(), own.momentum())
        : constant(plan);
  }

  private static IUpdater constant(UpdaterPlan plan) {
    if (plan instanceof UpdaterPlan.Adam adam) {
      return new Adam(adam.learningRate(), adam.beta1(), adam.beta2(), adam.epsilon());
    }
    if (plan instanceof UpdaterPlan.RmsProp rms) {
      return new RmsProp(rms.learningRate(), rms.decay(), rms.epsilon());
    }
    if (plan instanceof UpdaterPlan.AdaGrad ada) {
      return new AdaGrad(ada.learningRate(), ada.epsilon());
    }
    UpdaterPlan.Sgd sgd = (UpdaterPlan.Sgd) plan;
    if (sgd.momentum() == 0) {
      return new Sgd(sgd.learningRate());
    }
    return sgd.nesterov()
        ? new Nesterovs(sgd.learningRate(), sgd.momentum())
        : new PlainMomentum(sgd.learningRate(), sgd.momentum(), null);
  }

  private static ISchedule schedule(SchedulePlan plan, double rate) {
    ScheduleType per =
        plan.per() == SchedulePlan.Per.EPOCH ? ScheduleType.EPOCH : ScheduleType.ITERATION;
    if (plan instanceof SchedulePlan.Step step) {
      return new StepSchedule(per, rate, step.factor(), step.every());
    }
    if (plan instanceof SchedulePlan.Exponential exponential) {
      return new ExponentialSchedule(per, rate, exponential.factor());
    }
    SchedulePlan.Poly poly = (SchedulePlan.Poly) plan;
    return new PolynomialDecay(per, rate, poly.power(), poly.length());
  }
}
