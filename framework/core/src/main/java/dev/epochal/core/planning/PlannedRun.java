package dev.epochal.core.planning;

import dev.epochal.core.plan.RunPlan;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A plan with where it came from.
 *
 * @param plan what will run
 * @param specText YAML that asks for it again, for the run's {@code spec.yaml}
 * @param settings what each dotted key was set to, and by what
 */
public record PlannedRun(RunPlan plan, String specText, SortedMap<String, Setting> settings) {
  public PlannedRun {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /**
   * A key's value and its origin.
   *
   * @param value as it would be written in a spec
   * @param origin {@code experiments/baseline.yaml:12:5}, {@code command line}, {@code default}, or
   *     how it was derived
   */
  public record Setting(String value, String origin) {}
}
