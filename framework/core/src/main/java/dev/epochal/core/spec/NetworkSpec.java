package dev.epochal.core.spec;

import dev.epochal.core.plan.BiasInit;
import dev.epochal.core.plan.WeightInit;
import dev.epochal.core.spec.bind.Doc;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key {@code network}. */
public record NetworkSpec(
    @Doc("How weights start, by DL4J's names.") @Nullable WeightInit weightInit,
    @Doc("How biases start.") @Nullable BiasInit biasInit,
    @Doc("Penalty of the weights' sizes: l1·Σ|w| is added to the loss. Biases have none.")
        @DecimalMin("0")
        @Nullable Double l1,
    @Doc("Penalty of the weights' squares: l2·½·Σw² is added to the loss. Biases have none.")
        @DecimalMin("0")
        @Nullable Double l2,
    @Doc("The layers, from the input to the output layer.") @NotNull @Size(min = 1, max = 1000)
        List<LayerSpec> layers) {}
