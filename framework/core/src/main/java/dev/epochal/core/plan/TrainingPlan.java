package dev.epochal.core.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The training loop.
 *
 * @param batchSize images per update; at most the used training split
 * @param shuffle whether the order of the images changes from epoch to epoch
 * @param gradientClipping null for none
 * @param earlyStopping null when every epoch is trained
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingPlan(
    int batchSize,
    boolean shuffle,
    int epochs,
    UpdaterPlan updater,
    @Nullable GradientClipping gradientClipping,
    OnNonFinite onNonFinite,
    @Nullable EarlyStoppingPlan earlyStopping,
    CheckpointPlan checkpoint) {

  /** The beginning of it: the same, of so many epochs; schedules are as long as they were. */
  TrainingPlan upTo(int most) {
    return new TrainingPlan(
        batchSize,
        shuffle,
        most,
        updater,
        gradientClipping,
        onNonFinite,
        earlyStopping,
        checkpoint);
  }

  /** By which the best epoch is chosen, whether or not training stops by it. */
  public ValidationMetric selection() {
    return earlyStopping == null ? ValidationMetric.LOSS : earlyStopping.metric();
  }
}
