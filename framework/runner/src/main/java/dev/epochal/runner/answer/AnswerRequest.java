package dev.epochal.runner.answer;

import dev.epochal.registry.RunQuery;
import org.jspecify.annotations.Nullable;

/**
 * A question about runs.
 *
 * @param runs those that are asked about
 * @param factor what varies between the levels; null for the one thing that does, seeds aside
 * @param response a metric, or {@code epochsTo(…)} or {@code secondsTo(…)}
 * @param reference the level that the others are compared with; null for all with all
 * @param margin differences smaller than this count as none; null for what is usual
 */
public record AnswerRequest(
    RunQuery runs,
    @Nullable String factor,
    String response,
    @Nullable String reference,
    @Nullable Double margin) {}
