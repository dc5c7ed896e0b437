package dev.epochal.core.planning;

import dev.epochal.core.plan.SchedulePlan;
import dev.epochal.core.plan.SchedulePlan.Per;
import dev.epochal.core.spec.ScheduleSpec;

/** Plans a schedule of each type, which may be as long as the training. */
final class SchedulePlanner implements ScheduleSpec.Cases<SchedulePlan> {
  private final int epochs;
  private final long updates;

  SchedulePlanner(int epochs, long updates) {
    this.epochs = epochs;
    this.updates = updates;
  }

  @Override
  public SchedulePlan step(ScheduleSpec.Step schedule) {
    // What is missing has its problem; the plan is then not used.
    return new SchedulePlan.Step(
        Defaults.or(schedule.factor(), 1.0),
        Defaults.or(schedule.every(), 1),
        Defaults.or(schedule.per(), Defaults.PER));
  }

  @Override
  public SchedulePlan exponential(ScheduleSpec.Exponential schedule) {
    return new SchedulePlan.Exponential(
        Defaults.or(schedule.factor(), 1.0), Defaults.or(schedule.per(), Defaults.PER));
  }

  @Override
  public SchedulePlan poly(ScheduleSpec.Poly schedule) {
    Per per = Defaults.or(schedule.per(), Defaults.PER);
    int whole = per == Per.EPOCH ? epochs : (int) Math.min(updates, Integer.MAX_VALUE);
    return new SchedulePlan.Poly(
        Defaults.or(schedule.power(), 1.0), Defaults.or(schedule.length(), whole), per);
  }
}
