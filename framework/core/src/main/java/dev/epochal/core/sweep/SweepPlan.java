package dev.epochal.core.sweep;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.stats.Goal;
import org.jspecify.annotations.Nullable;

/**
 * A sweep with nothing left open.
 *
 * @param experiment the spec's name
 * @param metric what bayes and early stopping go by, and the best trial is told by
 * @param earlyStop null when every trial trains to its end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SweepPlan(
    String experiment,
    SweepMethod method,
    Search search,
    String metric,
    Goal goal,
    @Nullable EarlyStop earlyStop,
    Question question) {}
