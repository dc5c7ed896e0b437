package dev.epochal.registry.folder;

import dev.epochal.core.plan.RunPlan;
import org.jspecify.annotations.Nullable;

/**
 * What a run is started from, as its folder keeps it.
 *
 * @param spec the spec as the user wrote it, YAML
 * @param environment JDK, OS, CPU, libraries, git commit: any value that is written as a JSON
 *     object
 * @param gitDiff uncommitted changes of the working tree; null when there are none
 */
public record RunInputs(String spec, RunPlan plan, Object environment, @Nullable String gitDiff) {}
