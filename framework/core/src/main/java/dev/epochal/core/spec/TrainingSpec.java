package dev.epochal.core.spec;

import dev.epochal.core.plan.OnNonFinite;
import dev.epochal.core.spec.bind.Doc;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** The key {@code training}. */
public record TrainingSpec(
    @Doc("Images per update.") @Min(1) @Nullable Integer batchSize,
    @Doc("Whether the order of the images changes from epoch to epoch.") @Nullable Boolean shuffle,
    @Doc("Passes over the training split.") @Min(1) @Max(MOST_EPOCHS) @Nullable Integer epochs,
    @Doc("How gradients change parameters.") @Nullable UpdaterSpec updater,
    @Doc("Bounds on the gradient.") @Nullable GradientClippingSpec gradientClipping,
    @Doc("What happens when the loss is no longer a finite number.")
        @Nullable OnNonFinite onNonFinite,
    @Doc("Ends training once it no longer gets better.") @Nullable EarlyStoppingSpec earlyStopping,
    @Doc("When training is saved, so that it can go on from there.") CheckpointSpec checkpoint,
    @Doc(
            "Reports for DL4J's training UI: off, or how often; by default a run makes 100, a trial"
                + " of a sweep none. No number of the run depends on it.")
        @Nullable TrainingUiSpec ui) {
  private static final int MOST_EPOCHS = 1_000_000;
}
