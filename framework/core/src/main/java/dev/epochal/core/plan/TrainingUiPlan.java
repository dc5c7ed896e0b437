package dev.epochal.core.plan;

/**
 * What is recorded for DL4J's training UI. It changes no number of the run.
 *
 * @param every updates between reports, at least 1
 */
public record TrainingUiPlan(int every) {}
