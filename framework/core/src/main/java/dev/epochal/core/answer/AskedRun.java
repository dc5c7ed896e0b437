package dev.epochal.core.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.run.Series;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All of a run that a question may look at, as plain values: it need not come from a registry.
 *
 * @param diverged whether it FAILED because its loss was no longer a finite number
 * @param stoppedEarly whether its sweep stopped it, because it fell behind the others
 * @param params what was set, by dotted key; {@code seed} and {@code seeds.*} at least
 * @param factors everything because of which its numbers may differ from those of the other runs:
 *     params, the environment, the code; each run has the same keys
 * @param metrics final ones by name
 * @param history by metric, an epoch a step; only what is asked for needs to be there
 * @param updatesPerEpoch how often an epoch changes the parameters; 0 when that is not known
 * @param parameters SHA-256 of the final parameters; null when there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AskedRun(
    String id,
    RunStatus status,
    boolean diverged,
    boolean stoppedEarly,
    Instant started,
    SortedMap<String, String> params,
    SortedMap<String, String> factors,
    SortedMap<String, Double> metrics,
    SortedMap<String, Series> history,
    int updatesPerEpoch,
    @Nullable String parameters) {
  /**
   * Factors that are no part of what was planned: the environment and the code. Runs that differ in
   * them are warned of, and compared nevertheless.
   */
  public static final Set<String> CIRCUMSTANCES =
      Set.of(
          "the thread count",
          "the CPU",
          "the native library",
          "the version of Deeplearning4j",
          "Java",
          "the system",
          "settings of threads and memory",
          "the version of Epochal",
          "the code",
          "uncommitted changes");

  public AskedRun {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    factors = Collections.unmodifiableSortedMap(new TreeMap<>(factors));
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    history = Collections.unmodifiableSortedMap(new TreeMap<>(history));
  }

  /** The same run, of which this alone is looked at. */
  public AskedRun with(
      SortedMap<String, String> itsParams,
      SortedMap<String, Double> itsMetrics,
      SortedMap<String, Series> itsHistory) {
    return new AskedRun(
        id,
        status,
        diverged,
        stoppedEarly,
        started,
        itsParams,
        factors,
        itsMetrics,
        itsHistory,
        updatesPerEpoch,
        parameters);
  }

  /** What a factor is of this run. */
  public String factor(String name) {
    return factors.getOrDefault(name, "none");
  }

  /** Whether it can say anything: it came to its end, or diverged or was stopped, which says it. */
  boolean counts() {
    return status == RunStatus.FINISHED || diverged || stoppedEarly;
  }
}
