package dev.epochal.core.spec;

import dev.epochal.core.spec.bind.Doc;
import dev.epochal.core.sweep.GoalWord;
import org.jspecify.annotations.Nullable;

/** The key {@code sweep.metric}. */
public record SweepMetricSpec(
    @Doc("A metric's name; validation.loss by default.") @Nullable String name,
    @Doc("Whether less of it is better, or more; by default as its name tells.")
        @Nullable GoalWord goal) {}
