package dev.epochal.core.spec;

import dev.epochal.core.plan.ValidationMetric;
import dev.epochal.core.spec.bind.Doc;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** The key {@code training.earlyStopping}: to write it, even empty, is to ask for it. */
public record EarlyStoppingSpec(
    @Doc("By which epochs are compared.") @Nullable ValidationMetric metric,
    @Doc("Epochs in a row without a better one, after which training ends.") @Min(1)
        @Nullable Integer patience,
    @Doc("What is better by no more than this does not count.") @DecimalMin("0")
        @Nullable Double minDelta) {}
