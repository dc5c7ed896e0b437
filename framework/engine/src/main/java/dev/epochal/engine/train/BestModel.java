package dev.epochal.engine.train;

import dev.epochal.engine.network.ParameterSnapshot;

/**
 * The best model so far, which training no longer changes: to be had without a copy.
 *
 * @param epoch after which it stood; 0 for the initial one, when no epoch was better
 */
public record BestModel(int epoch, ParameterSnapshot parameters) {}
