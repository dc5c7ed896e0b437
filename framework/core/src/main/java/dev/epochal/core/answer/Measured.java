package dev.epochal.core.answer;

/**
 * A run, as far as a question goes.
 *
 * @param level of the factor
 * @param block what it has in common with runs of other levels, such as its seed; runs of one block
 *     are compared with each other
 * @param value the response; NaN of a run that diverged or never came so far, which counts as worse
 *     than every other
 */
public record Measured(String level, String block, double value) {}
