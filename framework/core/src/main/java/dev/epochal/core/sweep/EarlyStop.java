package dev.epochal.core.sweep;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.List;

/**
 * When a trial that falls behind the others is ended. It is asked after each epoch, with what the
 * others had by then; all values are costs: the smaller, the better, NaN for the worst.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = EarlyStop.Asha.class, name = "asha"),
  @JsonSubTypes.Type(value = EarlyStop.Median.class, name = "median"),
})
public sealed interface EarlyStop {
  /**
   * Whether a trial should end.
   *
   * @param own its costs of the epochs 1, 2, …
   * @param others the costs of the other trials, likewise, however far they are
   */
  boolean ends(List<Double> own, List<List<Double>> others);

  /**
   * Asynchronous successive halving: at the rungs {@code minEpochs · etaᵏ} a trial goes on if it is
   * among the best {@code 1/eta} of those that reached the rung (Li et al. 2020, "A System for
   * Massively Parallel Hyperparameter Tuning"). The best cost up to a rung counts.
   */
  record Asha(int minEpochs, int eta) implements EarlyStop {
    @Override
    public boolean ends(List<Double> own, List<List<Double>> others) {
      int epoch = own.size();
      if (!isRung(epoch)) {
        return false;
      }
      List<Double> there =
          others.stream()
              .filter(costs -> costs.size() >= epoch)
              .map(costs -> best(costs.subList(0, epoch)))
              .toList();
      double mine = best(own);
      long better = there.stream().filter(cost -> Double.compare(cost, mine) < 0).count();
      return better >= Math.max(1, (there.size() + 1) / eta);
    }

    private boolean isRung(int epoch) {
      long rung = minEpochs;
      while (rung < epoch) {
        rung *= eta;
      }
      return rung == epoch;
    }
  }

  /**
   * The median stopping rule: a trial ends whose best cost so far is worse than the median of the
   * others' running averages up to the same epoch (Golovin et al. 2017, "Google Vizier").
   *
   * @param minTrials others that must have come as far
   */
  record Median(int minEpochs, int minTrials) implements EarlyStop {
    @Override
    public boolean ends(List<Double> own, List<List<Double>> others) {
      int epoch = own.size();
      double[] averages =
          others.stream()
              .filter(costs -> costs.size() >= epoch)
              .mapToDouble(costs -> average(costs.subList(0, epoch)))
              .sorted()
              .toArray();
      return epoch >= minEpochs
          && averages.length >= minTrials
          && Double.compare(best(own), median(averages)) > 0;
    }

    private static double average(List<Double> costs) {
      return costs.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private static double median(double... sorted) {
      int middle = sorted.length / 2;
      return sorted.length % 2 == 1
          ? sorted[middle]
          : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
    }
  }

  private static double best(List<Double> costs) {
    double best = Double.NaN;
    for (double cost : costs) {
      best = Double.compare(cost, best) < 0 ? cost : best;
    }
    return best;
  }
}
