package dev.epochal.core.figure;

import org.jspecify.annotations.Nullable;

/**
 * What a figure is of, for its subtitle.
 *
 * @param run the run's name; empty when the figure is of a dataset alone
 * @param id the run's id; likewise empty
 * @param dataset the dataset that was used
 * @param notice said loudly on the figure, e.g. that the dataset is a fallback; null when all is as
 *     asked
 */
public record FigureSubject(String run, String id, String dataset, @Nullable String notice) {}
