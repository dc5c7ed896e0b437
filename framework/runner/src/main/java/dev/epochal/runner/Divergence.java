package dev.epochal.runner;

import dev.epochal.core.plan.Decimals;
import dev.epochal.core.plan.Normalization;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.UpdaterPlan;
import dev.epochal.engine.train.Progress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a loss is no longer a finite number, as far as a plan shows it. */
public final class Divergence {
  /** From here on one large gradient is felt for dozens of updates. */
  private static final double LONG_MOMENTUM = 0.95;

  private static final String BEGINNING = "the loss was no longer a finite number";

  private Divergence() {}

  /** Whether a run ended for this. */
  public static boolean isTheReason(@Nullable String reason) {
    return reason != null && reason.startsWith(BEGINNING);
  }

  /** When it happened and which keys of this plan to look at first. */
  static String sentence(RunPlan plan, Progress progress) {
    return BEGINNING
        + " at update %d, in epoch %d: try %s"
            .formatted(
                progress.nonFinite(),
                // After its last update an epoch is complete, and only its evaluation showed it.
                progress.batches() == 0 ? progress.epochs() : progress.epochs() + 1,
                String.join(", or ", remedies(plan)))
        + " (training.onNonFinite: continue goes on all the same)";
  }

  private static List<String> remedies(RunPlan plan) {
    UpdaterPlan updater = plan.training().updater();
    List<String> remedies = new ArrayList<>();
    remedies.add(
        "a smaller training.updater.learningRate than " + Decimals.text(updater.learningRate()));
    if (updater instanceof UpdaterPlan.Sgd sgd && sgd.momentum() >= LONG_MOMENTUM) {
      remedies.add("a smaller training.updater.momentum than " + Decimals.text(sgd.momentum()));
    }
    if (plan.training().gradientClipping() == null) {
      remedies.add("a bound on gradients (training.gradientClipping.type: elementWise)");
    }
    if (plan.data().normalize() instanceof Normalization.None) {
      remedies.add("data.normalize: unit instead of none");
    }
    return remedies;
  }
}
