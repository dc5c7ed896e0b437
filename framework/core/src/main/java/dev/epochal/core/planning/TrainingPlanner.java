package dev.epochal.core.planning;

import dev.epochal.core.plan.CheckpointPlan;
import dev.epochal.core.plan.EarlyStoppingPlan;
import dev.epochal.core.plan.TrainingPlan;
import dev.epochal.core.plan.UpdaterPlan;
import dev.epochal.core.spec.EarlyStoppingSpec;
import dev.epochal.core.spec.TrainingSpec;
import dev.epochal.core.spec.UpdaterSpec;

/** Plans the key {@code training}. */
final class TrainingPlanner {
  private TrainingPlanner() {}

  static TrainingPlan plan(TrainingSpec spec) {
    UpdaterSpec updater = spec.updater();
    return new TrainingPlan(
        Defaults.or(spec.batchSize(), Defaults.BATCH_SIZE),
        Defaults.or(spec.shuffle(), Defaults.SHUFFLE),
        Defaults.or(spec.epochs(), Defaults.EPOCHS),
        updater == null ? Defaults.UPDATER : updater.match(new Updaters()),
        Defaults.or(spec.onNonFinite(), Defaults.ON_NON_FINITE),
        spec.earlyStopping() == null ? null : earlyStopping(spec.earlyStopping()),
        new CheckpointPlan(
            Defaults.or(spec.checkpoint().every(), Defaults.CHECKPOINT.every()),
            Defaults.or(spec.checkpoint().keep(), Defaults.CHECKPOINT.keep())));
  }

  private static EarlyStoppingPlan earlyStopping(EarlyStoppingSpec spec) {
    return new EarlyStoppingPlan(
        Defaults.or(spec.metric(), Defaults.EARLY_STOPPING.metric()),
        Defaults.or(spec.patience(), Defaults.EARLY_STOPPING.patience()),
        Defaults.or(spec.minDelta(), Defaults.EARLY_STOPPING.minDelta()));
  }

  private static final class Updaters implements UpdaterSpec.Cases<UpdaterPlan> {
    @Override
    public UpdaterPlan sgd(UpdaterSpec.Sgd updater) {
      return new UpdaterPlan.Sgd(
          Defaults.or(updater.learningRate(), Defaults.SGD.learningRate()),
          Defaults.or(updater.momentum(), Defaults.SGD.momentum()));
    }

    @Override
    public UpdaterPlan adam(UpdaterSpec.Adam updater) {
      return new UpdaterPlan.Adam(
          Defaults.or(updater.learningRate(), Defaults.ADAM.learningRate()),
          Defaults.or(updater.beta1(), Defaults.ADAM.beta1()),
          Defaults.or(updater.beta2(), Defaults.ADAM.beta2()),
          Defaults.or(updater.epsilon(), Defaults.ADAM.epsilon()));
    }
  }
}
