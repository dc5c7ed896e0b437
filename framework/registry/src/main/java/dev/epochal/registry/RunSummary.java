package dev.epochal.registry;

import dev.epochal.core.run.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A run in a list: an object of {@code list --json}.
 *
 * @param sweep id of the sweep that the run was made for; null when it was made alone
 * @param ended null while the run is not over, or crashed on another host, nobody knows when
 * @param durationSeconds from start to end; null where there is no end
 * @param params by dotted key, as text
 * @param metrics final metrics by name
 * @param dataset null until the data are there
 * @param recordingErrors what could not be recorded while training went on
 */
public record RunSummary(
    String id,
    String name,
    String experiment,
    @Nullable String sweep,
    RunStatus status,
    long seed,
    Instant started,
    @Nullable Instant ended,
    @Nullable Double durationSeconds,
    SortedMap<String, String> params,
    SortedMap<String, Double> metrics,
    SortedMap<String, String> tags,
    @Nullable DatasetUse dataset,
    List<String> recordingErrors) {}
