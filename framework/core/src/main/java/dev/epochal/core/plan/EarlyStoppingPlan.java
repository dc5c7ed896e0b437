package dev.epochal.core.plan;

/**
 * Training ends before its last epoch once it no longer gets better.
 *
 * @param metric by which epochs are compared
 * @param patience epochs in a row without a better one, after which training ends
 * @param minDelta what is better by no more than this does not count
 */
public record EarlyStoppingPlan(ValidationMetric metric, int patience, double minDelta) {}
