package dev.epochal.core.spec;

import dev.epochal.core.spec.bind.Doc;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** The key {@code training.checkpoint}. */
public record CheckpointSpec(
    @Doc("Epochs between checkpoints.") @Min(1) @Nullable Integer every,
    @Doc("How many are kept, the last ones.") @Min(1) @Nullable Integer keep) {}
