package dev.epochal.runner;

import dev.epochal.core.plan.Decimals;
import dev.epochal.core.plan.EarlyStoppingPlan;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.run.RunStatus;
import dev.epochal.engine.train.BestEpoch;
import dev.epochal.engine.train.Progress;
import dev.epochal.engine.train.TrainingOutcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a run ends.
 *
 * @param reason in words; null when it finished as planned
 */
record RunEnding(RunStatus status, @Nullable String reason) {

  /**
   * That of a run whose training ended so.
   *
   * @param asked who asked it to stop, if it was: {@code asked to stop}
   */
  static RunEnding of(RunPlan plan, TrainingOutcome outcome, String asked) {
    Progress progress = outcome.progress();
    return switch (outcome.end()) {
      case COMPLETED -> new RunEnding(RunStatus.FINISHED, notFinite(progress));
      case NO_BETTER -> {
        String early = early(plan, progress);
        String notFinite = notFinite(progress);
        yield new RunEnding(
            RunStatus.FINISHED, notFinite == null ? early : early + "; " + notFinite);
      }
      case STOPPED -> new RunEnding(RunStatus.KILLED, asked + stopped(plan, progress));
      case NON_FINITE -> new RunEnding(RunStatus.FAILED, Divergence.sentence(plan, progress));
    };
  }

  private static String stopped(RunPlan plan, Progress progress) {
    if (progress.updates() == 0) {
      return " before the first update";
    }
    int all = plan.training().epochs();
    return progress.batches() == 0
        ? " after epoch %d of %d".formatted(progress.epochs(), all)
        : " after update %d, in epoch %d of %d"
            .formatted(progress.updates(), progress.epochs() + 1, all);
  }

  private static String early(RunPlan plan, Progress progress) {
    EarlyStoppingPlan stopping = plan.training().earlyStopping();
    if (stopping == null) {
      throw new IllegalStateException("stopped early without a plan to");
    }
    BestEpoch counted = progress.counted();
    String metric = stopping.metric().key();
    String what =
        counted.epoch() == 0
            ? metric + " was never a finite number"
            : String.format(
                Locale.ROOT,
                "%s did not get better%s than %.4f of epoch %d for %d epoch%s",
                metric,
                stopping.minDelta() == 0
                    ? ""
                    : " by more than " + Decimals.text(stopping.minDelta()),
                counted.value(),
                counted.epoch(),
                stopping.patience(),
                stopping.patience() == 1 ? "" : "s");
    return "stopped early after epoch %d of %d: %s (training.earlyStopping)"
        .formatted(progress.epochs(), plan.training().epochs(), what);
  }

  private static @Nullable String notFinite(Progress progress) {
    return progress.nonFinite() == 0
        ? null
        : "the loss was no finite number at update "
            + progress.nonFinite()
            + "; training went on, as training.onNonFinite: continue says";
  }

  /** The same, of a run that was asked to stop when nothing was left to train. */
  RunEnding askedTooLate(String asked) {
    String late = asked + " when training was over: evaluated and recorded all the same";
    return new RunEnding(status, reason == null ? late : reason + "; " + late);
  }
}
