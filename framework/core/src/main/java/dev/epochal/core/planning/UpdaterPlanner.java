package dev.epochal.core.planning;

import dev.epochal.core.plan.SchedulePlan;
import dev.epochal.core.plan.UpdaterPlan;
import dev.epochal.core.spec.ScheduleSpec;
import dev.epochal.core.spec.UpdaterSpec;
import org.jspecify.annotations.Nullable;

/** Plans an updater of each type. */
final class UpdaterPlanner implements UpdaterSpec.Cases<UpdaterPlan> {
  private final SchedulePlanner schedules;

  UpdaterPlanner(SchedulePlanner schedules) {
    this.schedules = schedules;
  }

  @Override
  public UpdaterPlan sgd(UpdaterSpec.Sgd updater) {
    return new UpdaterPlan.Sgd(
        Defaults.or(updater.learningRate(), Defaults.SGD.learningRate()),
        Defaults.or(updater.momentum(), Defaults.SGD.momentum()),
        Defaults.or(updater.nesterov(), Defaults.SGD.nesterov()),
        schedule(updater.schedule()));
  }

  @Override
  public UpdaterPlan adam(UpdaterSpec.Adam updater) {
    return new UpdaterPlan.Adam(
        Defaults.or(updater.learningRate(), Defaults.ADAM.learningRate()),
        Defaults.or(updater.beta1(), Defaults.ADAM.beta1()),
        Defaults.or(updater.beta2(), Defaults.ADAM.beta2()),
        Defaults.or(updater.epsilon(), Defaults.ADAM.epsilon()),
        schedule(updater.schedule()));
  }

  @Override
  public UpdaterPlan rmsProp(UpdaterSpec.RmsProp updater) {
    return new UpdaterPlan.RmsProp(
        Defaults.or(updater.learningRate(), Defaults.RMS_PROP.learningRate()),
        Defaults.or(updater.decay(), Defaults.RMS_PROP.decay()),
        Defaults.or(updater.epsilon(), Defaults.RMS_PROP.epsilon()),
        schedule(updater.schedule()));
  }

  @Override
  public UpdaterPlan adaGrad(UpdaterSpec.AdaGrad updater) {
    return new UpdaterPlan.AdaGrad(
        Defaults.or(updater.learningRate(), Defaults.ADA_GRAD.learningRate()),
        Defaults.or(updater.epsilon(), Defaults.ADA_GRAD.epsilon()),
        schedule(updater.schedule()));
  }

  private @Nullable SchedulePlan schedule(@Nullable ScheduleSpec spec) {
    return spec == null ? null : spec.match(schedules);
  }
}
