package dev.epochal.core.planning;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.sweep.Search;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans the trials of a sweep before the first one runs: a slip must not wait for the last. */
final class TrialCheck {
  /** Problems after which nobody wants more. */
  private static final int ENOUGH = 20;

  private final PlannedSweep sweep;

  TrialCheck(PlannedSweep sweep) {
    this.sweep = sweep;
  }

  /**
   * Plans all trials that are known, and of drawn ones those at the ends of every distribution.
   *
   * @throws InvalidInputException with every problem, each once
   */
  void check() {
    Set<Problem> problems = new LinkedHashSet<>();
    for (Map<String, String> values : known()) {
      try {
        sweep.trial(values);
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
      if (problems.size() >= ENOUGH) {
        break;
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(List.copyOf(problems));
    }
  }

  private List<Map<String, String>> known() {
    if (sweep.plan().search() instanceof Search.Drawn drawn) {
      double[] low = new double[drawn.keys().size()];
      double[] high = new double[low.length];
      Arrays.fill(high, Math.nextDown(1.0));
      return List.of(drawn.values(low), drawn.values(high));
    }
    return ((Search.Listed) sweep.plan().search()).values();
  }
}
