package dev.epochal.cli;

import dev.epochal.runner.Workplace;
import dev.epochal.runner.machine.Machine;
import dev.epochal.runner.sweep.Estimate;
import dev.epochal.runner.sweep.SweepExecutor;
import dev.epochal.runner.sweep.ThreadPlan;
import org.jspecify.annotations.Nullable;

/** Says how long a sweep will take here. */
final class SweepTime {
  /** Trials that are planned for it: in larger sweeps the rest is like them. */
  private static final int LOOKED_AT = 500;

  private SweepTime() {}

  static void say(
      Console console,
      Workplace workplace,
      TrialList trials,
      @Nullable Integer jobs,
      @Nullable Integer threads) {
    Machine machine = Machine.here();
    ThreadPlan plan = SweepExecutor.threads(trials.sweep(), jobs, threads, machine);
    String shared =
        "%d at once with %d %s each"
            .formatted(plan.jobs(), plan.threads(), plan.threads() == 1 ? "thread" : "threads");
    console.say(
        Estimate.of(
                workplace.registry(notice -> {}),
                machine.cpu(),
                trials.plans(LOOKED_AT),
                trials.size(),
                plan)
            .map(
                estimate ->
                    "They take %s%s here, %s: told from run %s (%s)"
                        .formatted(
                            trials.sweep().plan().earlyStop() == null ? "about " : "at most about ",
                            Durations.text(estimate.seconds()),
                            shared,
                            estimate.run(),
                            estimate.likeness().said()))
            .orElse(
                "They would train "
                    + shared
                    + "; how long that takes, no finished run of this machine tells yet"));
  }
}
