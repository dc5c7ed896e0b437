package dev.epochal.core.sweep;

/**
 * What a trial of a sweep yielded.
 *
 * @param point one coordinate in [0, 1) for each key that is varied
 * @param value the smaller, the better; NaN for a trial that failed, diverged or is not over
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never compared
public record Observation(double[] point, double value) {}
