package dev.epochal.runner.sweep;

import dev.epochal.core.stats.Goal;
import dev.epochal.core.sweep.Observation;
import dev.epochal.core.sweep.Sampler;
import dev.epochal.core.sweep.Search;
import dev.epochal.core.sweep.SweepPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what the trials of a sweep try: as listed, or as drawn by what those before yielded. */
final class TrialSource {
  private final Search search;
  private final Goal goal;

  TrialSource(SweepPlan plan) {
    search = plan.search();
    goal = plan.goal();
  }

  /**
   * What a trial tries.
   *
   * @param point null where its values were listed
   */
  record Proposal(SortedMap<String, String> values, @Nullable List<Double> point) {}

  /**
   * What the trial of a number tries.
   *
   * @param number from 1
   * @param known the trials so far, whatever their numbers
   */
  Proposal of(int number, Collection<Trial> known) {
    if (search instanceof Search.Drawn drawn) {
      return drawn(drawn, number, known);
    }
    Map<String, String> values = ((Search.Listed) search).values().get(number - 1);
    return new Proposal(new TreeMap<>(values), null);
  }

  private Proposal drawn(Search.Drawn drawn, int number, Collection<Trial> known) {
    int seeds = Math.max(1, drawn.seeds().size());
    int index = (number - 1) / seeds;
    // In the order of their numbers, since samplers may go by it.
    SortedMap<Integer, List<Trial>> byPoint =
        known.stream()
            .collect(
                Collectors.groupingBy(
                    trial -> (trial.number() - 1) / seeds, TreeMap::new, Collectors.toList()));
    List<Trial> same = byPoint.get(index);
    double[] point = same == null ? sampled(drawn, index, byPoint) : pointOf(same.get(0));
    SortedMap<String, String> values = new TreeMap<>(drawn.values(point));
    if (!drawn.seeds().isEmpty()) {
      values.put("seed", drawn.seeds().get((number - 1) % seeds));
    }
    return new Proposal(values, Arrays.stream(point).boxed().toList());
  }

  private double[] sampled(Search.Drawn drawn, int index, SortedMap<Integer, List<Trial>> byPoint) {
    Sampler sampler = drawn.sampler();
    List<Observation> past = new ArrayList<>();
    byPoint
        .headMap(index)
        .values()
        .forEach(trials -> past.add(new Observation(pointOf(trials.get(0)), cost(trials))));
    return sampler.point(index, past);
  }

  private static double[] pointOf(Trial trial) {
    List<Double> point = trial.assigned().point();
    if (point == null) {
      throw new IllegalStateException("trial " + trial.number() + " was drawn without a point");
    }
    return point.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The mean over its seeds; NaN as long as one is not there, or if one diverged. */
  private double cost(List<Trial> trials) {
    double sum = 0;
    for (Trial trial : trials) {
      Double value = trial.value();
      sum += value == null ? Double.NaN : goal.cost(value);
    }
    return sum / trials.size();
  }
}
