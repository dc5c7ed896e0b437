package dev.epochal.core.spec;

import dev.epochal.core.plan.GradientClipping;
import dev.epochal.core.spec.bind.Doc;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The key {@code training.gradientClipping}. */
public record GradientClippingSpec(
    @Doc("What is bounded, by DL4J's kinds.") @NotNull GradientClipping.Type type,
    @Doc("The bound; the renormalizing kinds have none.")
        @DecimalMin(value = "0", inclusive = false)
        @Nullable Double threshold) {}
