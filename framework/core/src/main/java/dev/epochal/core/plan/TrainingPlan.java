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
 * @param ui null when nothing is recorded for DL4J's training UI
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
    CheckpointPlan checkpoint,
    @Nullable TrainingUiPlan ui) {

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
        checkpoint,
        ui);
  }

  /** The same training with nothing said of what is recorded beside it. */
  TrainingPlan essence() {
    return new TrainingPlan(
        batchSize,
        shuffle,
        epochs,
        updater,
        gradientClipping,
        onNonFinite,
        earlyStopping,
        checkpoint,
        null);
  }

  /** By which the best epoch is chosen, whether or not training stops by it. */
  public ValidationMetric selection() {
    return earlyStopping == null ? ValidationMetric.LOSS : earlyStopping.metric();
  }
}
