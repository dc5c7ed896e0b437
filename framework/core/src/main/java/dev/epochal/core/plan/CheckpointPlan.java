package dev.epochal.core.plan;

/**
 * When training is saved so that it can go on from there, besides at its end.
 *
 * @param every epochs between checkpoints
 * @param keep how many are kept, the last ones
 */
public record CheckpointPlan(int every, int keep) {}
