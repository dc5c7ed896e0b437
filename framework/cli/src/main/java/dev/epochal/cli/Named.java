package dev.epochal.cli;

import dev.epochal.registry.Registry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a command line means, where both runs and sweeps may be meant.
 *
 * @param runs references to runs, or to nothing that there is
 * @param sweeps ids of sweeps, each once
 */
record Named(List<String> runs, Set<String> sweeps) {
  static Named of(Registry registry, List<String> references) {
    List<String> runs = new ArrayList<>();
    Set<String> sweeps = new LinkedHashSet<>();
    for (String reference : references) {
      Optional<String> sweep = registry.sweeps().find(reference);
      sweep.ifPresentOrElse(sweeps::add, () -> runs.add(reference));
    }
    return new Named(runs, sweeps);
  }

  /** With how many trials. */
  static String trials(int n) {
    return "with its " + n + (n == 1 ? " trial" : " trials");
  }
}
