package dev.epochal.core.spec;

import dev.epochal.core.spec.bind.Doc;
import dev.epochal.core.spec.bind.Written;
import dev.epochal.core.sweep.DistributionName;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key under {@code sweep.parameters}: one value, several, or a distribution. */
public record SweepParameterSpec(
    @Doc("The one value.") @Nullable Written value,
    @Doc("The values.") @Size(min = 1, max = 10_000) @Nullable List<Written> values,
    @Doc("How likely each of the values is; equally by default.")
        @Nullable List<@DecimalMin("0") @DecimalMax("1") Double> probabilities,
    @Doc("How the value is distributed; by default as the other keys tell.")
        @Nullable DistributionName distribution,
    @Doc("Smallest value; of log_uniform and its like, its natural logarithm.")
        @Nullable Double min,
    @Doc("Largest value; of log_uniform and its like, its natural logarithm.") @Nullable Double max,
    @Doc("Mean of a normal distribution.") @Nullable Double mu,
    @Doc("Standard deviation of a normal distribution.") @DecimalMin(value = "0", inclusive = false)
        @Nullable Double sigma,
    @Doc("The value of a distribution whose name begins with q is a multiple of this.")
        @DecimalMin(value = "0", inclusive = false)
        @Nullable Double q) {}
