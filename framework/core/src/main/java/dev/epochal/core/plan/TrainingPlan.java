package dev.epochal.core.plan;

/**
 * The training loop.
 *
 * @param batchSize images per update; at most the used training split
 * @param shuffle whether the order of the images changes from epoch to epoch
 */
public record TrainingPlan(
    int batchSize, boolean shuffle, int epochs, UpdaterPlan updater, OnNonFinite onNonFinite) {}
