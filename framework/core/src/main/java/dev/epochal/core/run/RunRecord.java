package dev.epochal.core.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run is and what came of it, apart from its histories: {@code run.json}, written when the
 * run starts and again when it ends.
 *
 * @param seed the plan's one seed
 * @param planSha256 {@code RunPlan.sha256()}
 * @param ended null while the run is not over
 * @param reason why it ended as it did; null while running, or when it finished
 * @param dataset null until the data are there
 * @param metrics final metrics by name, e.g. {@code test.accuracy}
 * @param artifacts what the run kept; filled at its end
 * @param recordingErrors what could not be recorded while training went on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunRecord(
    String id,
    String name,
    String experiment,
    RunStatus status,
    long seed,
    String planSha256,
    Instant started,
    @Nullable Instant ended,
    @Nullable String reason,
    ProcessRecord process,
    @Nullable DatasetRecord dataset,
    SortedMap<String, String> params,
    SortedMap<String, Double> metrics,
    SortedMap<String, String> tags,
    List<ArtifactRecord> artifacts,
    List<String> recordingErrors) {}
