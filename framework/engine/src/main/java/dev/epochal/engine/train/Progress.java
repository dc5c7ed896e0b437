package dev.epochal.engine.train;

import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.TrainingPlan;
import java.util.Objects;

/**
 * How far training has come.
 *
 * @param epochs completed
 * @param updates made, over the whole run
 * @param sums of the epoch after those
 * @param best by the plan's metric; of equal ones the first
 * @param counted the last epoch that early stopping counts as better; equals {@code best} unless
 *     there is a {@code minDelta}
 * @param nonFinite the first update at which the loss was no finite number; 0 when all were
 */
public record Progress(
    int epochs, long updates, EpochSums sums, BestEpoch best, BestEpoch counted, long nonFinite) {
  /** Before the first update. */
  public static final Progress START =
      new Progress(0, 0, EpochSums.NONE, BestEpoch.NONE, BestEpoch.NONE, 0);

  public Progress {
    Objects.requireNonNull(sums, "sums");
    Objects.requireNonNull(best, "best");
    Objects.requireNonNull(counted, "counted");
  }

  /** Whether a run of this plan can be there. */
  boolean fits(RunPlan plan) {
    TrainingPlan training = plan.training();
    int images = plan.data().split().used().train();
    int perEpoch = (images + training.batchSize() - 1) / training.batchSize();
    return epochs >= 0
        && epochs <= training.epochs()
        && batches() >= 0
        && batches() <= perEpoch
        && updates == (long) epochs * perEpoch + batches()
        && best.epoch() >= 0
        && best.epoch() <= epochs
        && counted.epoch() >= 0
        && counted.epoch() <= epochs;
  }

  /** Of the epoch that is not complete. */
  public int batches() {
    return sums.batches();
  }
}
