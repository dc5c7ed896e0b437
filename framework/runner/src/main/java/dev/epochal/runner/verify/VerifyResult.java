package dev.epochal.runner.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.run.Verification;
import dev.epochal.core.stats.FloatDifference;
import dev.epochal.runner.machine.EnvironmentChange;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of running a recorded plan again: the object of {@code verify --json}.
 *
 * @param within units in the last place that were allowed
 * @param epochs compared, the first of them 0
 * @param epochsRecorded complete ones in the run's history
 * @param modelParameters that the network has
 * @param updates whose losses were compared
 * @param data by split, fingerprints that are others now; where there are any, nothing was trained
 * @param metrics final ones that are not the same
 * @param metricsCompared how many final ones were
 * @param predictions by split
 * @param parameters by model, {@code final} or {@code best}, or by file of a checkpoint
 * @param environment what of it may be why bits differ
 * @param notCompared what could not be compared, and why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerifyResult(
    String id,
    String name,
    Verdict verdict,
    long within,
    List<EpochComparison> epochs,
    int epochsRecorded,
    long modelParameters,
    long updates,
    @Nullable Difference firstDifference,
    SortedMap<String, Pair> data,
    SortedMap<String, Pair> metrics,
    int metricsCompared,
    SortedMap<String, PredictionDifference> predictions,
    SortedMap<String, FloatDifference> parameters,
    List<EnvironmentChange> environment,
    List<String> notCompared) {

  public VerifyResult {
    epochs = List.copyOf(epochs);
    data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    predictions = Collections.unmodifiableSortedMap(new TreeMap<>(predictions));
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    environment = List.copyOf(environment);
    notCompared = List.copyOf(notCompared);
  }

  /** What of it is recorded beside the run. */
  public Verification verification(Instant at) {
    return new Verification(
        at,
        verdict.text(),
        trainedEpochs(),
        environment.isEmpty(),
        firstDifference == null ? null : firstDifference.sentence());
  }

  /** How many epochs were compared, but for that before training. */
  public int trainedEpochs() {
    return (int) epochs.stream().filter(epoch -> epoch.epoch() > 0).count();
  }

  /**
   * A value then and now.
   *
   * @param recorded null when there was none
   * @param now null when there is none
   */
  public record Pair(@Nullable String recorded, @Nullable String now) {}
}
