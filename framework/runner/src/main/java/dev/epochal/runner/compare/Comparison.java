package dev.epochal.runner.compare;

import java.util.List;

/**
 * Several runs side by side.
 *
 * @param runs the one that the others are compared with first
 * @param differences facts, values in the order of the runs
 * @param metrics values in the order of the runs
 * @param pairs each run but the first, beside the first
 */
public record Comparison(
    List<ComparedRun> runs,
    List<Difference> differences,
    List<MetricRow> metrics,
    List<Pair> pairs) {
  public Comparison {
    runs = List.copyOf(runs);
    differences = List.copyOf(differences);
    metrics = List.copyOf(metrics);
    pairs = List.copyOf(pairs);
  }

  /** The run that the others are compared with. */
  public ComparedRun reference() {
    return runs.get(0);
  }

  /** The run of a pair. */
  public ComparedRun of(Pair pair) {
    return runs.get(pair.run());
  }
}
