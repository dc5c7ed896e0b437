package dev.epochal.core.spec;

import dev.epochal.core.spec.bind.Doc;
import org.jspecify.annotations.Nullable;

/** Seeds of single streams of randomness; each derives from the run's seed unless set. */
public record SeedsSpec(
    @Doc("Which image goes to which split.") @Nullable Long split,
    @Doc("Initial weights and biases.") @Nullable Long init,
    @Doc("Order of the images in each epoch.") @Nullable Long shuffle,
    @Doc("Which activations are dropped.") @Nullable Long dropout) {}
