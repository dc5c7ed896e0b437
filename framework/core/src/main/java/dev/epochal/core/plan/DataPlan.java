package dev.epochal.core.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.data.DatasetFacts;
import org.jspecify.annotations.Nullable;

/**
 * Which images are used, how they are divided and what is done to their pixels.
 *
 * @param facts what was known of the dataset when the run was planned
 * @param path absolute folder of the dataset's files; null to look in the usual places
 * @param fallback used, and said loudly, when {@code dataset} cannot be had; null to fail then
 * @param digitsSeed fixes {@code digits} itself, apart from the run's seed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataPlan(
    DatasetName dataset,
    DatasetFacts facts,
    @Nullable String path,
    @Nullable DatasetName fallback,
    long digitsSeed,
    SplitPlan split,
    Normalization normalize) {}
